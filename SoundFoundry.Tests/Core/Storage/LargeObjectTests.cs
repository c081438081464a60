using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Core.Storage;

[Collection(nameof(Alone))]
public sealed class LargeObjectTests(SharedCeph ceph)
{
    private const string Key = "users/1/tracks/7/9-2.wav";
    private const long Length = 64 * 1024 * 1024;
    private const long Allowance = 24 * 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_stream_goes_into_files_and_out_again_in_little_memory()
    {
        var folder = Directory.CreateTempSubdirectory("soundfoundry-test-files-");
        await RoundTripAsync(new Dictionary<string, string?> { ["Storage:Path"] = folder.FullName });
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_long_stream_goes_into_S3_and_out_again_in_little_memory() => await RoundTripAsync(await ceph.NewBucketAsync());

    private static async Task RoundTripAsync(Dictionary<string, string?> settings)
    {
        await using var host = await StoreHost.StartAsync(settings, Cancelled);
        await host.Store.PrepareAsync(Cancelled);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        // What is alive near the end: a store that kept what it read would hold nearly all of it now.
        var content = new InterruptedStream(Length, Length - 1_000_000, () => most = GC.GetTotalMemory(forceFullCollection: true) - before);
        await host.Store.PutAsync(Key, content, Cancelled);
        most.ShouldBeLessThan(Allowance);

        await using var audio = (await host.Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        (await CheckAsync(audio)).ShouldBe(Length);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Allowance);
    }

    private static async Task<long> CheckAsync(AudioObject audio)
    {
        var buffer = new byte[80_000];
        var position = 0L;
        for (int read; (read = await audio.Content.ReadAsync(buffer, Cancelled)) > 0;)
            for (var i = 0; i < read; i++, position++)
                if (buffer[i] != PatternStream.At(position)) throw new InvalidDataException($"Byte {position} differs.");
        return position;
    }
}
