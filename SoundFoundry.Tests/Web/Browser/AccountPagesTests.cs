using System.Net;
using System.Net.Http.Json;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

public sealed class AccountPagesTests(AccountsSystem system) : IClassFixture<AccountsSystem>
{
    private static readonly float HalfAMinute = (float)TimeSpan.FromSeconds(30).TotalMilliseconds;

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_then_finds_the_page_that_was_wanted()
    {
        var page = await system.OpenAsync("/queue");
        page.Url.ShouldEndWith("/sign-in?return=%2Fqueue");
        await AccountsSystem.SignInAsync(page, AccountsStack.OwnersAddress, "not the password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Wrong e-mail or password");
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync(AccountsStack.OwnersAddress);
        await AccountsSystem.SignInAsync(page, AccountsStack.OwnersAddress, AccountsStack.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Queue", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("https://evil.test/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_pages_of_ours_only(string wanted)
    {
        var page = await system.OpenAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}");
        await AccountsSystem.SignInAsync(page, AccountsStack.OwnersAddress, AccountsStack.Password);
        await page.WaitForURLAsync(system.Address.ToString());
    }

    [Fact]
    public async Task A_track_that_was_asked_for_on_the_page_belongs_to_the_visitor_alone()
    {
        var page = await system.OpenAsOwnerAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make music" })).ToBeEnabledAsync();
        await page.GetByLabel("Describe the music").FillAsync("a tune of the owner alone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make music" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("a tune of the owner alone");
        (await system.Accounts.Owner.GetAsJsonAsync("/api/tracks")).GetProperty("tracks").GetArrayLength().ShouldBe(1);
        using var other = await system.Accounts.RegisterAsync("not-the-owner@music.test");
        (await other.GetAsJsonAsync("/api/tracks")).GetProperty("tracks").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_page_whose_session_was_ended_elsewhere_is_left_within_half_a_minute()
    {
        (await system.Accounts.RegisterAsync("watched@music.test")).Dispose();
        var page = await system.OpenAsync("/sign-in");
        await AccountsSystem.SignInAsync(page, "watched@music.test", AccountsStack.Password);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make music" })).ToBeEnabledAsync();

        using var elsewhere = system.Accounts.NewBrowser();
        (await elsewhere.PostJsonAsync("/api/auth/sign-in", new { email = "watched@music.test", password = AccountsStack.Password })).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);
        (await elsewhere.DeleteAsync("/api/sessions", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await page.WaitForURLAsync("**/sign-in**", new() { Timeout = HalfAMinute });
    }

    [Fact]
    public async Task A_key_is_made_on_the_account_page_shown_once_works_and_is_revoked_there()
    {
        var page = await system.OpenAsOwnerAsync("/account/keys");
        await page.GetByLabel("What is it for?").FillAsync("my script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        await Expect(page.Locator("[data-value]")).ToContainTextAsync("sf_");
        var key = await page.Locator("[data-value]").InnerTextAsync();
        using var program = system.Accounts.WithKey(key);
        (await program.GetAsync("/api/tracks", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await page.GetByRole(AriaRole.Link, new() { Name = "Done" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "my script" });
        await Expect(row).ToContainTextAsync(key[..11]);
        (await page.ContentAsync()).ShouldNotContain(key);
        await row.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        var question = page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("my script");
        await question.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(row).Not.ToBeVisibleAsync();
        (await program.GetAsync("/api/tracks", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Markup_in_the_names_of_people_and_keys_is_shown_as_it_was_written()
    {
        const string markup = "<img src=x onerror='document.title=666'><script>document.title=666</script>";
        using var user = await system.Accounts.RegisterAsync("markup@music.test");
        (await user.PatchAsync("/api/me", JsonContent.Create(new { name = markup }), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await user.PostJsonAsync("/api/keys", new { name = markup, scopes = new[] { "read" } })).EnsureSuccessStatusCode();

        var page = await system.OpenAsync("/sign-in?return=%2Faccount%2Fkeys");
        await AccountsSystem.SignInAsync(page, "markup@music.test", AccountsStack.Password);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = markup })).ToBeVisibleAsync();
        await Expect(page.Locator(".visitor")).ToContainTextAsync(markup);
        (await page.TitleAsync()).ShouldBe("API keys · SoundFoundry");
    }

    [Fact]
    public async Task A_weak_password_is_refused_beside_its_field_and_what_was_typed_stays()
    {
        var page = await system.OpenAsync("/register");
        await page.GetByLabel("Your name").FillAsync("Grace");
        await page.GetByLabel("E-mail").FillAsync("grace@music.test");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page.GetByLabel("Password", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#password-error")).ToContainTextAsync("12 characters");
        await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Grace");
    }
}
