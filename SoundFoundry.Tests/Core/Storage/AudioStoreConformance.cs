using System.Net;
using System.Net.Http.Headers;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>What every audio store must do: with objects, and with links to them.</summary>
public abstract class AudioStoreConformance : ObjectConformance
{
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

        (await Http.GetAsync(link.Replace(part, change, StringComparison.Ordinal), Cancelled)).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
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
        (await Http.GetAsync(open[..open.IndexOf("users/", StringComparison.Ordinal)], Cancelled)).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8)]
    public async Task A_link_that_lives_not_at_all_or_too_long_is_refused(int days) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.SignGetAsync(Key, TimeSpan.FromDays(days), null, Cancelled));
}
