using System.Net;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>What every audio store must do with objects, whatever is behind it.</summary>
public abstract class ObjectConformance : StoreFixture
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(20_000_000)]
    public async Task What_was_put_can_be_read_whole(int length)
    {
        await Store.PutAsync(Key, new PatternStream(length), Cancelled);

        await using var audio = (await Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        audio.Length.ShouldBe(length);
        audio.ContentType.ShouldBe("audio/wav");
        (await ReadAsync(audio.Content)).SequenceEqual(PatternStream.Bytes(length)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_seekable_stream_is_stored_from_where_it_stands_and_stays_open()
    {
        using var content = new MemoryStream(PatternStream.Bytes(1000)) { Position = 400 };
        await Store.PutAsync(Key, content, Cancelled);

        (await BytesAsync(Key)).ShouldBe(PatternStream.Bytes(1000)[400..]);
        content.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task Reading_can_start_anywhere_and_go_back()
    {
        await PutAsync(Key, 300_000);
        await using var audio = (await Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        var piece = new byte[100];

        audio.Content.Seek(-100, SeekOrigin.End);
        await audio.Content.ReadExactlyAsync(piece, Cancelled);
        piece.ShouldBe(PatternStream.Bytes(300_000)[^100..]);
        audio.Content.Position = 5;
        await audio.Content.ReadExactlyAsync(piece, Cancelled);
        piece.ShouldBe(PatternStream.Bytes(105)[5..]);
    }

    [Fact]
    public async Task A_second_put_replaces_the_first_and_changes_the_etag()
    {
        await PutAsync(Key, 1000);
        var first = await EtagAsync();
        await PutAsync(Key, 500);

        (await BytesAsync(Key)).Length.ShouldBe(500);
        (await EtagAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_may_be_deleted_again()
    {
        await PutAsync(Key, 10);
        await Store.DeleteAsync(Key, Cancelled);
        await Store.DeleteAsync(Key, Cancelled);

        (await Store.OpenAsync(Key, Cancelled)).ShouldBeNull();
        (await Http.GetAsync(await Store.SignGetAsync(Key, Lifetime, null, Cancelled), Cancelled)).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_listing_has_the_keys_of_its_prefix_and_no_others()
    {
        string[] mine = [Key, "users/1/tracks/7/10-1.mp3", "users/1/tracks/70/1-1.wav"];
        foreach (var key in mine.Append("users/10/tracks/7/9-2.wav")) await PutAsync(key, 10);

        (await KeysAsync("users/1/")).ShouldBe(mine, ignoreOrder: true);
        (await KeysAsync("users/1/tracks/7/")).ShouldBe(mine[..2], ignoreOrder: true);
        (await KeysAsync("users/2/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_listing_tells_size_and_age_by_the_stores_own_clock()
    {
        var before = await Store.NowAsync(Cancelled);
        await PutAsync(Key, 1234);
        var after = await Store.NowAsync(Cancelled);

        var stored = (await Store.ListAsync("users/", Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem();
        stored.Bytes.ShouldBe(1234);
        stored.StoredAt.ShouldBeInRange(before, after);
        (await KeysAsync("tmp/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_whose_writer_died_is_dropped_once_it_is_old()
    {
        await PutAsync(Key, 10);
        await BeginUploadAsync();
        var now = await Store.NowAsync(Cancelled);

        (await Store.DropUnfinishedAsync(now.AddMinutes(-1), Cancelled)).ShouldBe(0);
        (await UnfinishedAsync()).ShouldBe(1);
        (await Store.DropUnfinishedAsync(now.AddMinutes(1), Cancelled)).ShouldBe(1);

        (await UnfinishedAsync()).ShouldBe(0);
        (await BytesAsync(Key)).Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("song.wav")]
    [InlineData("/etc/passwd")]
    [InlineData("other/1/song.wav")]
    [InlineData("users")]
    [InlineData("users/1/")]
    [InlineData("users//song.wav")]
    [InlineData("users/../../etc/passwd")]
    [InlineData("users/1/..")]
    [InlineData("users/1/.hidden")]
    [InlineData("users\\1\\song.wav")]
    [InlineData("Users/1/song.wav")]
    [InlineData("users/1/song.wav\n")]
    [InlineData("users/1/a\0b")]
    public async Task A_key_that_is_not_ours_is_refused_everywhere(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.PutAsync(key, new MemoryStream([1]), Cancelled));
        await Should.ThrowAsync<ArgumentException>(() => Store.OpenAsync(key, Cancelled));
        await Should.ThrowAsync<ArgumentException>(() => Store.DeleteAsync(key, Cancelled));
        await Should.ThrowAsync<ArgumentException>(() => Store.SignGetAsync(key, Lifetime, null, Cancelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../")]
    [InlineData("users/../")]
    [InlineData("other/")]
    public async Task A_prefix_that_is_not_ours_is_refused(string prefix) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Store.ListAsync(prefix, Cancelled).ToListAsync(Cancelled));

    [Theory]
    [InlineData(1_000_000, 500_000)]
    [InlineData(40_000_000, 20_000_000)]
    public async Task A_put_that_fails_leaves_what_was_there(long length, long failAt)
    {
        await PutAsync(Key, 10);
        var broken = new InterruptedStream(length, failAt, () => throw new InvalidDataException("the source broke"));

        await Should.ThrowAsync<InvalidDataException>(() => Store.PutAsync(Key, broken, Cancelled));

        (await BytesAsync(Key)).Length.ShouldBe(10);
        (await UnfinishedAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(1_000_000, 500_000)]
    [InlineData(40_000_000, 20_000_000)]
    public async Task A_put_that_is_cancelled_leaves_nothing(long length, long cancelAt)
    {
        using var cancel = new CancellationTokenSource();
        var content = new InterruptedStream(length, cancelAt, cancel.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutAsync(Key, content, cancel.Token));

        (await Store.OpenAsync(Key, Cancelled)).ShouldBeNull();
        (await KeysAsync("users/")).ShouldBeEmpty();
        (await UnfinishedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Preparing_again_keeps_what_is_stored()
    {
        await PutAsync(Key, 10);
        await Store.PrepareAsync(Cancelled);
        (await BytesAsync(Key)).Length.ShouldBe(10);
    }
}
