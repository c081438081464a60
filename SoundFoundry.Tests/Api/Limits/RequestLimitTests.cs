using System.Net;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class RequestLimitTests(LimitedApi api) : IClassFixture<LimitedApi>
{
    private const string Anonymous = "/api/health";

    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_back()
    {
        for (var i = 0; i < LimitedApi.AddressBurst; i++) await PassesAsync(Anonymous, "192.0.2.1");

        // As many again may pass on a machine so busy that the replica counts by itself for a while.
        HttpResponseMessage refused;
        for (var i = 0; ; i++)
        {
            refused = await api.GetAsync(Anonymous, "192.0.2.1");
            if (refused.StatusCode == HttpStatusCode.TooManyRequests || i > LimitedApi.AddressBurst) break;
        }

        await PassesAsync(Anonymous, "192.0.2.2");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        refused.Headers.RetryAfter!.Delta.ShouldNotBeNull().TotalSeconds.ShouldBeInRange(30, 60);
        var problem = await refused.ReadAsync();
        problem.GetProperty("code").GetString().ShouldBe("rate_limited");
        problem.GetProperty("violated-policies")[0].GetString().ShouldBe("address");
        One(refused, "RateLimit").ShouldMatch("^\"address\";r=0;t=(3|4|5|6)[0-9]$");
    }

    [Fact]
    public async Task Every_answer_says_how_much_is_left()
    {
        using var first = await api.GetAsync(Anonymous, "192.0.2.3");
        using var unknown = await api.GetAsync("/api/no/such/thing", "192.0.2.3");
        using var malformed = await api.GetAsync("/api/tracks?limit=many", "192.0.2.3");

        One(first, "RateLimit-Policy").ShouldStartWith($"\"address\";q={LimitedApi.AddressBurst};w={LimitedApi.AddressBurst * 60}");
        One(first, "RateLimit").ShouldStartWith("\"address\";r=4;t=");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        One(unknown, "RateLimit").ShouldStartWith("\"address\";r=");
        malformed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        One(malformed, "RateLimit").ShouldNotBeNull();
        One(malformed, "RateLimit-Policy").ShouldContain("\"user\";q=");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/ready")]
    [InlineData("/alive")]
    public async Task Probes_are_never_refused(string path)
    {
        for (var i = 0; i < 3 * LimitedApi.AddressBurst; i++) await PassesAsync(path, "192.0.2.4");
    }

    [Fact]
    public async Task A_player_that_seeks_takes_nothing_from_the_rest()
    {
        for (var i = 0; i < 3 * LimitedApi.AddressBurst; i++)
        {
            using var file = await api.GetAsync("/api/files/users/1/tracks/1/1-1.wav?expires=1&signature=x", "192.0.2.5");
            file.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        await PassesAsync(Anonymous, "192.0.2.5");
    }

    [Theory]
    [InlineData("", "\"files\"")]
    [InlineData("?format=png", "\"address\"", "\"user\"")]
    public async Task A_cover_that_has_to_be_made_counts_like_any_other_call_and_a_drawn_one_like_a_file(string format, params string[] limits)
    {
        using var response = await api.GetAsync($"/api/tracks/1/cover{format}", "192.0.2.6");

        One(response, "RateLimit-Policy").Split(", ").Select(policy => policy.Split(';')[0]).ShouldBe(limits);
    }

    private async Task PassesAsync(string path, string from)
    {
        using var response = await api.GetAsync(path, from);
        response.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    private static string One(HttpResponseMessage response, string header) => response.Headers.GetValues(header).Single();
}
