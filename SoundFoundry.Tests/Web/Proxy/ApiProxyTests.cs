using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SoundFoundry.Tests.Web;

public sealed class ApiProxyTests(WebWithEcho web) : IClassFixture<WebWithEcho>
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Api_learns_the_address_the_browser_used()
    {
        var seen = await EchoAsync(new HttpRequestMessage(HttpMethod.Get, "/api/echo"));

        seen["X-Forwarded-Host"].ShouldBe(web.Client.BaseAddress!.Authority);
        seen["X-Forwarded-Proto"].ShouldBe("http");
        seen.ShouldContainKey("X-Forwarded-For");
        seen["Host"].ShouldBe(web.Api.Address.Authority);
    }

    [Fact]
    public async Task A_callers_trace_goes_on_through_the_proxy()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/echo");
        request.Headers.Add("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");

        var seen = await EchoAsync(request);

        seen["traceparent"].ShouldStartWith($"00-{TraceId}-");
    }

    [Fact]
    public async Task Events_pass_one_by_one_as_they_happen()
    {
        var stop = TestContext.Current.CancellationToken;
        using var response = await web.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop));

        foreach (var text in new[] { "first", "second" })
        {
            // The next is written only after the last was seen: a proxy that buffers would wait for ever.
            await web.Api.Events.WriteAsync(text, TestContext.Current.CancellationToken);
            (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe($"data: {text}");
            await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Apis_own_answers_are_not_turned_into_pages()
    {
        using var response = await web.Client.GetAsync("/api/nothing", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_api_that_is_away_is_a_readable_503()
    {
        await using var lonely = await WebServer.StartAsync(new Uri("http://127.0.0.1:1"), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = lonely.Address };

        using var response = await client.GetAsync("/api/tracks", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("api_unreachable");
    }

    private async Task<Dictionary<string, string>> EchoAsync(HttpRequestMessage request)
    {
        using var response = await web.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var seen = (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>(TestContext.Current.CancellationToken))!;
        return new Dictionary<string, string>(seen, StringComparer.OrdinalIgnoreCase);
    }
}
