using System.Net;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Files;

public sealed class FileAnswerTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(CancellationToken.None);

    [Theory]
    [InlineData("html", "application/octet-stream")]
    [InlineData("svg", "application/octet-stream")]
    [InlineData("xml", "application/octet-stream")]
    [InlineData("json", "application/json")]
    [InlineData("zip", "application/zip")]
    public async Task What_a_browser_could_run_or_show_is_only_ever_saved(string extension, string type)
    {
        using var response = await GetAsync($"users/1/tracks/1/1-1.{extension}", null);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Fact]
    public async Task A_name_that_somebody_typed_changes_no_type_and_no_header()
    {
        using var response = await GetAsync("users/1/tracks/1/1-1.wav", "<svg onload=alert(1)>\r\nContent-Type: text/html/../../x.html");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        var disposition = response.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileNameStar!.IndexOfAny(['/', '\\', '<', '>', '\r', '\n', '"']).ShouldBe(-1);
    }

    [Fact]
    public async Task Audio_is_shown_in_place()
    {
        using var response = await GetAsync("users/1/tracks/1/1-1.mp3", null);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("audio/mpeg");
        response.Content.Headers.ContentDisposition.ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/files/")]
    [InlineData("/api/files/users/")]
    [InlineData("/api/files/users/1/tracks/1/")]
    [InlineData("/api/files/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/files/users/1/%2e%2e/2/tracks/1/1-1.wav")]
    public async Task Nothing_is_listed_and_no_way_leads_out(string path)
    {
        using var response = await _stack.Client.GetAsync($"{path}?expires=99999999999&signature=x", Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_opens_the_one_object_it_was_made_for()
    {
        var link = await LinkAsync("users/1/tracks/1/1-1.wav", null);
        await LinkAsync("users/2/tracks/2/2-2.wav", null);

        using var mine = await _stack.Client.GetAsync(link, Cancelled);
        using var others = await _stack.Client.GetAsync(link.Replace("users/1/tracks/1/1-1", "users/2/tracks/2/2-2"), Cancelled);

        (mine.StatusCode, others.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Forbidden));
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private async Task<HttpResponseMessage> GetAsync(string key, string? name) =>
        await _stack.Client.GetAsync(await LinkAsync(key, name), Cancelled);

    private Task<string> LinkAsync(string key, string? name) => _stack.WithServiceAsync<IAudioStore, string>(async store =>
    {
        using var content = new MemoryStream("<script>alert(1)</script>"u8.ToArray());
        await store.PutAsync(key, content, Cancelled);
        return (await store.SignGetAsync(key, TimeSpan.FromMinutes(1), name, Cancelled)).OriginalString;
    });
}
