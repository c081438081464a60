using System.Net;

namespace SoundFoundry.Tests.Web.Security;

/// <summary>What one stranger may ask of the pages, and for whom Api is asked then.</summary>
public sealed class PageLimitTests
{
    private const int Burst = 3;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_for_too_many_pages_is_told_so_and_others_get_theirs()
    {
        await using var api = await EchoApi.StartAsync(Cancelled);
        await using var web = await WebServer.StartAsync(
            api.Address, Cancelled, "--Auth:Mode", "Accounts", "--Connections:PagesPerMinute", "1", "--Connections:PagesBurst", $"{Burst}");
        using var http = new HttpClient { BaseAddress = web.Address };

        for (var i = 0; i < Burst; i++)
            using (var page = await GetAsync(http, "/sign-in", "203.0.113.7")) page.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refused = await GetAsync(http, "/sign-in", "203.0.113.7");
        using var missing = await GetAsync(http, "/no/such/page", "203.0.113.7");
        using var file = await GetAsync(http, "/favicon.svg", "203.0.113.7");
        using var other = await GetAsync(http, "/sign-in", "203.0.113.8");

        new[] { refused, missing, file, other }.Select(response => response.StatusCode).ShouldBe(
            [HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.OK]);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await refused.Content.ReadAsStringAsync(Cancelled)).ShouldContain("Try again in");
        api.Askers.Where(asker => asker.Path == "/api/auth").Select(asker => asker.Address).Distinct()
            .ShouldBe(["203.0.113.7", "203.0.113.8"]);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient http, string path, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", address } } };
        return await http.SendAsync(request, Cancelled);
    }
}
