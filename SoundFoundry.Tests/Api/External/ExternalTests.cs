using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.External;

public sealed class ExternalTests(ExternalStack stack) : IClassFixture<ExternalStack>
{
    private const string Start = "/api/auth/external?return=%2Ftracks%3Fq%3Drain";

    private static readonly Dictionary<string, Action<Dictionary<string, object>>> Faults = new()
    {
        ["a wrong nonce"] = claims => claims["nonce"] = "of another",
        ["no nonce"] = claims => claims.Remove("nonce"),
        ["another issuer"] = claims => claims["iss"] = "https://evil.example",
        ["another audience"] = claims => claims["aud"] = "somebody else",
        ["expired"] = claims => claims["exp"] = 1_000_000,
        ["no subject"] = claims => claims.Remove("sub"),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Fact]
    public async Task Whoever_was_invited_comes_in_from_elsewhere_and_later_finds_the_same_account()
    {
        stack.Provider.Be("newcomer", "newcomer@elsewhere.test");
        using var browser = stack.NewBrowser();
        var token = await stack.InviteAsync();

        (await ExternalStack.ReturnsToAsync(browser, $"{Start}&token={token}")).ShouldBe("/tracks?q=rain");

        var me = await browser.GetAsJsonAsync("/api/me");
        me.GetProperty("email").GetString().ShouldBe("newcomer@elsewhere.test");
        me.GetProperty("has_password").GetBoolean().ShouldBeFalse();
        using var later = stack.NewBrowser();
        stack.Provider.Be("newcomer", "moved@elsewhere.test");
        (await ExternalStack.ReturnsToAsync(later, Start)).ShouldBe("/tracks?q=rain");
        (await later.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64().ShouldBe(me.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Who_was_not_invited_gets_no_account()
    {
        stack.Provider.Be("stranger", "stranger@elsewhere.test");
        using var browser = stack.NewBrowser();
        (await ExternalStack.ReturnsToAsync(browser, Start)).ShouldBe("/sign-in?error=invitation_needed");
        (await ExternalStack.ReturnsToAsync(browser, $"{Start}&token=guessed")).ShouldBe("/sign-in?error=invitation_needed");
        (await browser.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_address_that_the_provider_has_not_verified_is_nobodys()
    {
        stack.Provider.Be("claims", "claims@elsewhere.test", isVerified: false);
        using var browser = stack.NewBrowser();
        (await ExternalStack.ReturnsToAsync(browser, $"{Start}&token={await stack.InviteAsync()}")).ShouldBe("/sign-in?error=external_unverified");
        (await browser.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_account_with_a_password_is_not_handed_over_for_its_address_but_by_its_owner()
    {
        using var owner = await stack.RegisterAsync("has-password@elsewhere.test");
        stack.Provider.Be("claimant", "has-password@elsewhere.test");
        using var other = stack.NewBrowser();
        (await ExternalStack.ReturnsToAsync(other, $"{Start}&token={await stack.InviteAsync()}")).ShouldBe("/sign-in?error=external_has_account");
        (await other.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await LinkAsync(owner)).ShouldBe("/account");

        (await ExternalStack.ReturnsToAsync(other, Start)).ShouldBe("/tracks?q=rain");
        (await other.GetAsJsonAsync("/api/me")).GetProperty("email").GetString().ShouldBe("has-password@elsewhere.test");
        var login = (await owner.GetAsJsonAsync("/api/me/logins")).EnumerateArray().Single();
        login.GetProperty("subject").GetString().ShouldBe("claimant");
        var address = $"/api/me/logins?provider={Uri.EscapeDataString(login.GetProperty("provider").GetString()!)}&subject=claimant";
        (await stack.Accounts.Owner.DeleteAsync(address, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.DeleteAsync(address, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var late = stack.NewBrowser();
        (await ExternalStack.ReturnsToAsync(late, Start)).ShouldBe("/sign-in?error=external_has_account");
    }

    [Fact]
    public async Task A_login_opens_one_account_and_is_added_to_the_one_that_asked_only()
    {
        using var first = await stack.RegisterAsync("first@elsewhere.test");
        using var second = await stack.RegisterAsync("second@elsewhere.test");
        stack.Provider.Be("of the first", "irrelevant@elsewhere.test");
        (await LinkAsync(first)).ShouldBe("/account");
        (await LinkAsync(second)).ShouldBe("/account?error=external_not_linked");

        stack.Provider.Be("lent", "irrelevant@elsewhere.test");
        var back = await ExternalStack.FollowAsync(second, await StartLinkAsync(second));
        (await second.PostAsync("/api/auth/sign-out", null, Stop)).EnsureSuccessStatusCode();
        (await ExternalStack.FollowAsync(second, back)).ShouldBe("/account?error=external_not_linked");
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task A_token_that_is_not_for_this_sign_in_is_refused(string fault)
    {
        stack.Provider.Be("faulty", "faulty@elsewhere.test");
        stack.Provider.Break = Faults[fault];
        using var browser = stack.NewBrowser();
        try
        {
            (await ExternalStack.ReturnsToAsync(browser, $"{Start}&token={await stack.InviteAsync()}")).ShouldBe("/sign-in?error=external_failed");
        }
        finally
        {
            stack.Provider.Break = _ => { };
        }

        (await browser.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_of_another_signer_is_refused()
    {
        stack.Provider.Be("forged", "forged@elsewhere.test");
        stack.Provider.SignsWithAnotherKey = true;
        using var browser = stack.NewBrowser();
        try
        {
            (await ExternalStack.ReturnsToAsync(browser, $"{Start}&token={await stack.InviteAsync()}")).ShouldBe("/sign-in?error=external_failed");
        }
        finally
        {
            stack.Provider.SignsWithAnotherKey = false;
        }
    }

    [Fact]
    public async Task Who_did_not_set_out_can_not_come_back()
    {
        stack.Provider.Be("attacker", "attacker@elsewhere.test");
        using var attacker = stack.NewBrowser();
        var back = await ExternalStack.FollowAsync(attacker, await ExternalStack.FollowAsync(attacker, $"{Start}&token={await stack.InviteAsync()}"));
        using var victim = stack.NewBrowser();
        (await ExternalStack.FollowAsync(victim, back)).ShouldBe("/sign-in?error=external_failed");
        (await victim.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await ExternalStack.FollowAsync(attacker, back.Replace("state=", "state=A", StringComparison.Ordinal))).ShouldBe("/sign-in?error=external_failed");
    }

    [Fact]
    public async Task A_suspended_user_stays_out()
    {
        using var user = await stack.RegisterAsync("suspended@elsewhere.test");
        stack.Provider.Be("suspended", "suspended@elsewhere.test");
        (await LinkAsync(user)).ShouldBe("/account");
        await stack.Accounts.Stack.WithServiceAsync<IdentityDb, int>(db => db.Users.Where(member => member.Email == "suspended@elsewhere.test")
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.SuspendedAt, DateTimeOffset.UnixEpoch), Stop));
        using var browser = stack.NewBrowser();

        (await ExternalStack.ReturnsToAsync(browser, Start)).ShouldBe("/sign-in?error=external_refused");

        (await browser.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%255Cevil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task It_leads_back_to_this_site_only(string target)
    {
        using var browser = stack.NewBrowser();
        using var refused = await browser.GetAsync($"/api/auth/external?return={Uri.EscapeDataString(target)}", Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.ReadAsync()).GetProperty("errors").TryGetProperty("return", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Everybody_is_told_where_else_one_may_sign_in()
    {
        using var browser = stack.NewBrowser();
        (await browser.GetAsJsonAsync("/api/auth")).GetProperty("external").GetString().ShouldBe("Elsewhere");
    }

    private static async Task<string> LinkAsync(HttpClient browser) =>
        await ExternalStack.FollowAsync(browser, await ExternalStack.FollowAsync(browser, await StartLinkAsync(browser)));

    private static async Task<string> StartLinkAsync(HttpClient browser)
    {
        using var started = await browser.PostAsync("/api/me/logins", null, Stop);
        started.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await started.ReadAsync()).GetProperty("url").GetString()!;
    }
}
