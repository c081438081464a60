using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

public sealed class FileAudioStoreTests : AudioStoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soundfoundry-test-files-");

    private string Root => Path.Combine(_folder.FullName, "audio");

    [Fact]
    public async Task Only_the_owner_may_read_what_is_stored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await PutAsync(Key, 10);

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var root = new DirectoryInfo(Root);
        foreach (var entry in root.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(root))
            (entry.UnixFileMode & others).ShouldBe(UnixFileMode.None, entry.FullName);
    }

    [Fact]
    public async Task A_symbolic_link_inside_the_folder_is_not_followed()
    {
        var outside = Directory.CreateDirectory(Path.Combine(_folder.FullName, "outside"));
        await File.WriteAllTextAsync(Path.Combine(outside.FullName, "9-2.wav"), "secret", Cancelled);
        Directory.CreateDirectory(Path.Combine(Root, "users/1/tracks"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "users/1/tracks/7"), outside.FullName);

        await Should.ThrowAsync<AudioStoreException>(() => Store.OpenAsync(Key, Cancelled));
        await Should.ThrowAsync<AudioStoreException>(() => PutAsync(Key, 10));
        await Should.ThrowAsync<AudioStoreException>(() => Store.DeleteAsync(Key, Cancelled));
        (await KeysAsync("users/")).ShouldBeEmpty();
        outside.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_folder_itself_may_be_a_link_to_another_disk()
    {
        var disk = Directory.CreateDirectory(Path.Combine(_folder.FullName, "disk"));
        var link = Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "link"), disk.FullName);
        await using var host = await StoreHost.StartAsync(new Dictionary<string, string?> { ["Storage:Path"] = link.FullName }, Cancelled);

        await host.Store.PutAsync(Key, new PatternStream(10), Cancelled);
        File.Exists(Path.Combine(disk.FullName, Key)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_keeps_the_whole_old_content_while_it_is_replaced()
    {
        await PutAsync(Key, 100_000);
        await using var audio = (await Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        await PutAsync(Key, 10);
        await Store.DeleteAsync(Key, Cancelled);

        using var copy = new MemoryStream();
        await audio.Content.CopyToAsync(copy, Cancelled);
        copy.Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task A_full_disk_is_one_clear_error_and_leaves_nothing()
    {
        await using var disk = await TinyDisk.MountAsync(Path.Combine(_folder.FullName, "tiny"), Cancelled);
        await using var host =
            await StoreHost.StartAsync(new Dictionary<string, string?> { ["Storage:Path"] = Path.Combine(disk.Path, "audio") }, Cancelled);
        await host.Store.PrepareAsync(Cancelled);

        var full =
            await Should.ThrowAsync<AudioStoreException>(() => host.Store.PutAsync(Key, new PatternStream(TinyDisk.Bytes * 2), Cancelled));

        full.Message.ShouldContain("Storage:Path");
        full.Message.ShouldContain("full");
        new DirectoryInfo(disk.Path).EnumerateFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
        await host.Store.PutAsync(Key, new PatternStream(1000), Cancelled);
    }

    [Fact]
    public async Task Preparing_drops_temporary_and_half_written_files_of_yesterday_only()
    {
        await PutAsync("tmp/fresh.wav", 10);
        await PutAsync("tmp/old.wav", 10);
        await PutAsync(Key, 10);
        var halfWritten = Path.Combine(Root, ".incoming", "half");
        await File.WriteAllTextAsync(halfWritten, "half", Cancelled);
        var yesterday = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25);
        foreach (var file in (string[])["tmp/old.wav", Key, ".incoming/half"])
            File.SetLastWriteTimeUtc(Path.Combine(Root, file), yesterday);

        await Store.PrepareAsync(Cancelled);

        (await KeysAsync("tmp/")).ShouldBe(["tmp/fresh.wav"]);
        (await KeysAsync("users/")).ShouldBe([Key]);
        File.Exists(halfWritten).ShouldBeFalse();
    }

    private protected override Task<Dictionary<string, string?>> NewSettingsAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["Storage:Path"] = Root });

    private protected override Task<int> UnfinishedAsync() => Task.FromResult(Directory.GetFiles(Path.Combine(Root, ".incoming")).Length);

    private protected override Task BeginUploadAsync() =>
        File.WriteAllTextAsync(Path.Combine(Root, ".incoming", "0123456789abcdef"), "half", Cancelled);

    private protected override Task RemoveAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
