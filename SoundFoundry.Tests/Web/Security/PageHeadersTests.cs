using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace SoundFoundry.Tests.Web;

public sealed partial class PageHeadersTests(WebWithEcho web) : IClassFixture<WebWithEcho>
{
    [Fact]
    public async Task A_page_allows_nothing_inline_but_what_carries_its_nonce()
    {
        using var response = await GetAsync("/");

        var policy = PolicyOf(response);
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe-");
        var nonce = Nonce().Match(policy).Groups[1].Value;
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.ShouldContain($"<script type=\"importmap\" nonce=\"{nonce}\">");
    }

    [Fact]
    public async Task A_nonce_is_used_once()
    {
        using var first = await GetAsync("/");
        using var second = await GetAsync("/");

        PolicyOf(first).ShouldNotBe(PolicyOf(second));
    }

    /// <summary>All pages there are, and one of each other kind of answer.</summary>
    public static TheoryData<string> Addresses => [.. typeof(SoundFoundry.Web.App).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false)).Cast<RouteAttribute>().Select(route => route.Template)
        .Concat(["/no/such/page", "/favicon.svg", "/api/echo", "/api/nothing", "/health", "/alive", "/_blazor"])];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_forbids_guessing_framing_and_telling_where_one_came_from(string path)
    {
        using var response = await GetAsync(path);

        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("Permissions-Policy").Single().ShouldContain("microphone=()");
        PolicyOf(response).ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Only_the_player_for_other_sites_may_be_framed_by_them()
    {
        using var page = await GetAsync("/s/a-link");
        using var player = await GetAsync("/embed/a-link");

        PolicyOf(page).ShouldContain("frame-ancestors 'none'");
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        PolicyOf(player).ShouldContain("frame-ancestors *");
        player.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        PolicyOf(player).ShouldContain("default-src 'none'");
        PolicyOf(player).ShouldContain("script-src 'self';");
        PolicyOf(player).ShouldNotContain("unsafe-");
    }

    [Theory]
    [InlineData("/css/base.css", "--")]
    [InlineData("/js/player.js", "sf-player")]
    [InlineData("/lib/wavesurfer.js", "WaveSurfer")]
    [InlineData("/_framework/blazor.web.js", "Blazor")]
    [InlineData("/SoundFoundry.Web.styles.css", "track")]
    public async Task A_plain_build_run_as_production_serves_whole_assets(string path, string content)
    {
        using var response = await GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(content);
    }

    [Theory]
    [InlineData("/", "same-origin")]
    [InlineData("/api/echo", "same-origin")]
    [InlineData("/api/public/shares/x/cover", "cross-origin")]
    [InlineData("/s/x", "same-origin")]
    [InlineData("/embed/x", "cross-origin")]
    public async Task Pages_of_other_sites_take_in_only_what_a_link_is_enough_for(string path, string expected)
    {
        using var response = await GetAsync(path);

        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe([expected]);
    }

    [Theory]
    [InlineData("/s/x")]
    [InlineData("/embed/x")]
    public async Task A_shared_page_is_asked_for_again_as_it_may_be_revoked(string path)
    {
        using var response = await GetAsync(path);

        (response.Headers.CacheControl!.Private, response.Headers.CacheControl.NoCache).ShouldBe((true, true));
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_that_says_so()
    {
        using var response = await GetAsync("/no/such/page");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("There is no such page");
    }

    [Fact]
    public async Task A_page_is_served_while_api_is_away()
    {
        using var response = await GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => web.Client.GetAsync(path, TestContext.Current.CancellationToken);

    private static string PolicyOf(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
