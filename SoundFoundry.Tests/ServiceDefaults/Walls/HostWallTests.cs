using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SoundFoundry.Tests.ServiceDefaults.Walls;

public sealed class HostWallTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:3000")]
    [InlineData("web.localhost:3000")]
    [InlineData("127.0.0.1:3000")]
    [InlineData("[::1]:3000")]
    public async Task Names_of_this_machine_are_served(string host)
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Get, ("Host", host));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example:3000")]
    [InlineData("evillocalhost")]
    [InlineData("192.168.1.7:3000")]
    [InlineData("0.0.0.0:3000")]
    [InlineData("[fe80::1]:3000")]
    public async Task A_foreign_name_that_resolves_here_is_refused_even_for_reading(string host)
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Get, ("Host", host));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("foreign_host");
    }

    [Fact]
    public async Task A_rebound_name_cannot_pose_as_localhost_by_a_forwarded_header()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Get, ("Host", "evil.example"), ("X-Forwarded-Host", "localhost"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_cannot_forward_a_foreign_name()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Get, ("X-Forwarded-Host", "evil.example"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_may_say_which_address_the_browser_used()
    {
        await using var app = await WalledApp.StartAsync(settings: ("PUBLIC_URL", "https://music.example"));

        using var response = await app.SendAsync(
            HttpMethod.Get, ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "music.example"), ("X-Forwarded-Proto", "https"));

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("https://music.example");
    }

    [Theory]
    [InlineData("Walls:Hosts:0", "music.example")]
    [InlineData("PUBLIC_URL", "https://music.example/studio")]
    public async Task A_name_the_operator_gave_is_served(string key, string value)
    {
        await using var app = await WalledApp.StartAsync(settings: (key, value));

        using var response = await app.SendAsync(HttpMethod.Get, ("Host", "music.example:3000"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
