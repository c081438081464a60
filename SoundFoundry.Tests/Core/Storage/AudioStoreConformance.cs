using System.Net;
using System.Net.Http.Headers;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>What every audio store must do, whatever is behind it.</summary>
public abstract class AudioStoreConformance : IAsyncLifetime
{
    private const string Key = "users/1/tracks/7/9-2.wav";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private StoreHost? _host;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected IReadOnlyDictionary<string, string?> Settings { get; private set; } = null!;

    private protected IAudioStore Store => _host!.Store;

    private protected HttpClient Http => _host!.Http;

    public async ValueTask InitializeAsync()
    {
        Settings = await NewSettingsAsync();
        _host = await StoreHost.StartAsync(Settings, Cancelled);
        await Store.PrepareAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null) await _host.DisposeAsync();
        await RemoveAsync();
    }

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
        (await Http.GetAsync(await Store.SignGetAsync(Key, Lifetime, null, Cancelled), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_listing_has_the_keys_of_its_prefix_and_no_others()
    {
        string[] mine = [Key, "users/1/tracks/7/10-1.mp3", "users/1/tracks/70/1-1.wav"];
        foreach (var key in mine.Append("users/10/tracks/7/9-2.wav")) await PutAsync(key, 10);

        (await Store.ListAsync("users/1/", Cancelled).ToListAsync(Cancelled)).ShouldBe(mine, ignoreOrder: true);
        (await Store.ListAsync("users/1/tracks/7/", Cancelled).ToListAsync(Cancelled)).ShouldBe(mine[..2], ignoreOrder: true);
        (await Store.ListAsync("users/2/", Cancelled).ToListAsync(Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signed_link_gives_the_bytes_and_names_no_file_unless_asked()
    {
        await PutAsync(Key, 1000);
        using var answer = await Http.GetAsync(await Store.SignGetAsync(Key, Lifetime, null, Cancelled), Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        answer.Content.Headers.ContentDisposition.ShouldBeNull();
        (await answer.Content.ReadAsByteArrayAsync(Cancelled)).ShouldBe(PatternStream.Bytes(1000));
    }

    [Fact]
    public async Task A_signed_link_gives_the_download_its_name_and_nothing_worse()
    {
        await PutAsync(Key, 10);
        var link = await Store.SignGetAsync(Key, Lifetime, "../Regen \"über\" 🌧\r\nX-Evil: 1.wav", Cancelled);
        using var answer = await Http.GetAsync(link, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var disposition = answer.Content.Headers.ContentDisposition.ShouldNotBeNull();
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileNameStar.ShouldBe("_Regen _über_ 🌧X-Evil_ 1.wav");
        answer.Headers.Contains("X-Evil").ShouldBeFalse();
    }

    [Theory]
    [InlineData("bytes=10-19", 10, 20)]
    [InlineData("bytes=990-", 990, 1000)]
    [InlineData("bytes=-5", 995, 1000)]
    public async Task A_signed_link_answers_a_range(string range, int from, int to)
    {
        await PutAsync(Key, 1000);
        using var request = new HttpRequestMessage(HttpMethod.Get, await Store.SignGetAsync(Key, Lifetime, null, Cancelled));
        request.Headers.Range = RangeHeaderValue.Parse(range);
        using var answer = await Http.SendAsync(request, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes {from}-{to - 1}/1000");
        (await answer.Content.ReadAsByteArrayAsync(Cancelled)).ShouldBe(PatternStream.Bytes(1000)[from..to]);
    }

    [Fact]
    public async Task A_range_past_the_end_is_refused()
    {
        await PutAsync(Key, 1000);
        using var request = new HttpRequestMessage(HttpMethod.Get, await Store.SignGetAsync(Key, Lifetime, null, Cancelled));
        request.Headers.Range = new RangeHeaderValue(1000, null);
        (await Http.SendAsync(request, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Theory]
    [InlineData("9-2.wav", "9-3.wav")]
    [InlineData("song", "other")]
    [InlineData("xpires=", "xpires=1")]
    [InlineData("ignature=", "ignature=A")]
    public async Task A_changed_link_is_refused(string part, string change)
    {
        await PutAsync(Key, 10);
        await PutAsync("users/1/tracks/7/9-3.wav", 10);
        var link = (await Store.SignGetAsync(Key, Lifetime, "song", Cancelled)).OriginalString;
        link.ShouldContain(part);

        (await Http.GetAsync(link.Replace(part, change, StringComparison.Ordinal), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_works_until_its_lifetime_ends()
    {
        await PutAsync(Key, 10);
        var link = await Store.SignGetAsync(Key, TimeSpan.FromSeconds(3), null, Cancelled);
        (await Http.GetAsync(link, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        HttpStatusCode status;
        while ((status = (await Http.GetAsync(link, patience.Token)).StatusCode) == HttpStatusCode.OK)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_signature_nothing_is_read_or_listed()
    {
        await PutAsync(Key, 10);
        var address = await Store.SignGetAsync(Key, Lifetime, null, Cancelled);
        var open = new Uri(Http.BaseAddress!, address).GetLeftPart(UriPartial.Path);

        (await Http.GetAsync(open, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Http.GetAsync(open[..open.IndexOf("users/", StringComparison.Ordinal)], Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
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
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8)]
    public async Task A_link_that_lives_not_at_all_or_too_long_is_refused(int days) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.SignGetAsync(Key, TimeSpan.FromDays(days), null, Cancelled));

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
        (await Store.ListAsync("users/", Cancelled).ToListAsync(Cancelled)).ShouldBeEmpty();
        (await UnfinishedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Preparing_again_keeps_what_is_stored()
    {
        await PutAsync(Key, 10);
        await Store.PrepareAsync(Cancelled);
        (await BytesAsync(Key)).Length.ShouldBe(10);
    }

    private protected abstract Task<Dictionary<string, string?>> NewSettingsAsync();

    /// <summary>How many uploads were begun and neither finished nor removed.</summary>
    private protected abstract Task<int> UnfinishedAsync();

    private protected virtual Task RemoveAsync() => Task.CompletedTask;

    private protected Task PutAsync(string key, int length) => Store.PutAsync(key, new PatternStream(length), Cancelled);

    private async Task<byte[]> BytesAsync(string key)
    {
        await using var audio = (await Store.OpenAsync(key, Cancelled)).ShouldNotBeNull();
        return await ReadAsync(audio.Content);
    }

    private async Task<string> EtagAsync()
    {
        await using var audio = (await Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        return audio.ETag;
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancelled);
        return copy.ToArray();
    }
}
