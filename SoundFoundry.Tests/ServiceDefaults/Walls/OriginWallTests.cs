using System.Net;

namespace SoundFoundry.Tests.ServiceDefaults.Walls;

public sealed class OriginWallTests
{
    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "https://{self}")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_write_sent_by_a_foreign_page_is_refused(string header, string value)
    {
        await using var app = await WalledApp.StartAsync();

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            using var response = await app.SendAsync(method, (header, value));
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, method.Method);
        }
    }

    [Fact]
    public async Task A_foreign_page_cannot_open_a_web_socket()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(
            HttpMethod.Get, ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Origin", "https://evil.example"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Our_own_page_may_write()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Post, ("Origin", "http://{self}"), ("Sec-Fetch-Site", "same-origin"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Our_own_page_behind_a_proxy_on_this_machine_may_write()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(
            HttpMethod.Post, ("Origin", "http://localhost:3000"), ("Sec-Fetch-Site", "same-origin"),
            ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost:3000"), ("X-Forwarded-Proto", "http"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_without_a_page_may_write()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Post);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_the_operator_named_may_write()
    {
        await using var app = await WalledApp.StartAsync(settings: ("CORS_ORIGINS", "http://localhost:5173, http://localhost:5174"));

        using var response = await app.SendAsync(HttpMethod.Post, ("Origin", "http://localhost:5174"), ("Sec-Fetch-Site", "same-site"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reading_is_left_to_the_browsers_own_rules()
    {
        await using var app = await WalledApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Get, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
