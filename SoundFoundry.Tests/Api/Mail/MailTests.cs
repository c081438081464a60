using System.Net;
using System.Net.Http.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Mail;

public sealed class MailTests(MailStack stack) : IClassFixture<MailStack>
{
    private const string NewPassword = "quite another password";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_opens_once_its_address_is_confirmed_and_the_link_is_good_once()
    {
        const string address = "confirms@music.test";
        using var browser = stack.Accounts.NewBrowser();
        (await RegisterAsync(browser, address)).ShouldBe(HttpStatusCode.Accepted);
        var (page, value) = await stack.LinkToAsync(address);
        page.ShouldBe($"{MailStack.Pages}/confirm-email");
        (await browser.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(browser, address, AccountsStack.Password)).ShouldBe(HttpStatusCode.Forbidden);
        (await SignInAsync(browser, address, "not the password")).ShouldBe(HttpStatusCode.Unauthorized);
        var again = await stack.LinkToAsync(address);
        again.Page.ShouldBe(page);

        var confirmation = new { user_id = long.Parse(value("user"), null), token = value("token"), password = AccountsStack.Password };
        (await PostAsync(browser, "/api/auth/email/confirm", confirmation with { password = "of a stranger" })).ShouldBe(HttpStatusCode.BadRequest);
        (await SignInAsync(browser, address, AccountsStack.Password)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(browser, "/api/auth/email/confirm", confirmation with { token = "guessed" })).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(browser, "/api/auth/email/confirm", confirmation with { user_id = 1 })).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(browser, "/api/auth/email/confirm", confirmation)).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(browser, "/api/auth/email/confirm", confirmation)).ShouldBe(HttpStatusCode.Forbidden);

        (await SignInAsync(browser, address, AccountsStack.Password)).ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsJsonAsync("/api/me")).GetProperty("email_confirmed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Registering_tells_nobody_who_has_an_account_but_its_owner()
    {
        using var browser = stack.Accounts.NewBrowser();
        using var fresh = await browser.PostAsJsonAsync("/api/auth/register", Newcomer("fresh@music.test"), Stop);
        using var taken = await browser.PostAsJsonAsync("/api/auth/register", Newcomer(AccountsStack.OwnersAddress), Stop);
        fresh.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await taken.Content.ReadAsStringAsync(Stop)).ShouldBe(await fresh.Content.ReadAsStringAsync(Stop));
        taken.Headers.Contains("Set-Cookie").ShouldBeFalse();

        (await stack.LinkToAsync(AccountsStack.OwnersAddress)).Page.ShouldBe($"{MailStack.Pages}/sign-in");
        (await stack.LinkToAsync("fresh@music.test")).Page.ShouldBe($"{MailStack.Pages}/confirm-email");
    }

    [Fact]
    public async Task A_password_that_a_stranger_laid_in_wait_does_not_survive_the_owner_of_the_address()
    {
        const string address = "victim@music.test";
        using var stranger = stack.Accounts.NewBrowser();
        await RegisterAsync(stranger, address);
        var (_, old) = await stack.LinkToAsync(address);
        using var owner = stack.Accounts.NewBrowser();
        (await RegisterAsync(owner, address)).ShouldBe(HttpStatusCode.Accepted);
        var (page, value) = await stack.LinkToAsync(address);
        page.ShouldBe($"{MailStack.Pages}/reset-password");
        (await ResetAsync(owner, address, value("token"))).ShouldBe(HttpStatusCode.NoContent);

        (await SignInAsync(stranger, address, AccountsStack.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(stranger, "/api/auth/email/confirm", Confirmation(old)))
            .ShouldBe(HttpStatusCode.Forbidden);
        (await SignInAsync(owner, address, NewPassword)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_mail_and_everyone_is_signed_out()
    {
        const string address = "forgets@music.test";
        using var thief = await ConfirmedAsync(address);
        using var browser = stack.Accounts.NewBrowser();
        (await PostAsync(browser, "/api/auth/password/forgot", new { email = "nobody@music.test" })).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(browser, "/api/auth/password/forgot", new { email = address })).ShouldBe(HttpStatusCode.Accepted);
        var (page, value) = await stack.LinkToAsync(address);
        page.ShouldBe($"{MailStack.Pages}/reset-password");
        value("email").ShouldBe(address);
        stack.Server.IsEmpty("nobody@music.test").ShouldBeTrue();

        (await ResetAsync(browser, AccountsStack.OwnersAddress, value("token"))).ShouldBe(HttpStatusCode.Forbidden);
        (await ResetAsync(browser, address, value("token"), "short")).ShouldBe(HttpStatusCode.BadRequest);
        (await thief.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ResetAsync(browser, address, value("token"))).ShouldBe(HttpStatusCode.NoContent);

        (await thief.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ResetAsync(browser, address, value("token"), "and one more password")).ShouldBe(HttpStatusCode.Forbidden);
        (await SignInAsync(browser, address, AccountsStack.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(browser, address, NewPassword)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_link_leads_to_the_pages_we_were_told_of_whatever_host_was_asked_for()
    {
        using var browser = stack.Accounts.NewBrowser();
        browser.DefaultRequestHeaders.Host = "evil.localhost";
        (await PostAsync(browser, "/api/auth/password/forgot", new { email = AccountsStack.OwnersAddress })).ShouldBe(HttpStatusCode.Accepted);

        var mail = await stack.Server.NextToAsync(AccountsStack.OwnersAddress, Stop);
        while (MailStack.Link(mail).Page != $"{MailStack.Pages}/reset-password") mail = await stack.Server.NextToAsync(AccountsStack.OwnersAddress, Stop);
        mail.ToString().ShouldNotContain("evil");
        mail.HtmlBody!.ShouldContain($"href=\"{MailStack.Pages}/reset-password?");
    }

    [Fact]
    public async Task A_mail_that_was_not_taken_is_asked_for_again()
    {
        const string address = "lost@music.test";
        using var browser = await ConfirmedAsync(address);
        stack.Server.RefusesNext = true;
        (await PostAsync(browser, "/api/auth/password/forgot", new { email = address })).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(browser, "/api/auth/password/forgot", new { email = address })).ShouldBe(HttpStatusCode.Accepted);

        (await stack.LinkToAsync(address)).Page.ShouldBe($"{MailStack.Pages}/reset-password");
        stack.Server.IsEmpty(address).ShouldBeTrue();
    }

    private async Task<HttpClient> ConfirmedAsync(string address)
    {
        var browser = stack.Accounts.NewBrowser();
        await RegisterAsync(browser, address);
        var (_, value) = await stack.LinkToAsync(address);
        await PostAsync(browser, "/api/auth/email/confirm", Confirmation(value));
        (await SignInAsync(browser, address, AccountsStack.Password)).ShouldBe(HttpStatusCode.NoContent);
        return browser;
    }

    private static object Confirmation(Func<string, string> value) =>
        new { user_id = long.Parse(value("user"), null), token = value("token"), password = AccountsStack.Password };

    private static object Newcomer(string email) => new { name = "N", email, password = AccountsStack.Password };

    private static Task<HttpStatusCode> RegisterAsync(HttpClient browser, string email) => PostAsync(browser, "/api/auth/register", Newcomer(email));

    private static Task<HttpStatusCode> SignInAsync(HttpClient browser, string email, string password) =>
        PostAsync(browser, "/api/auth/sign-in", new { email, password });

    private static Task<HttpStatusCode> ResetAsync(HttpClient browser, string email, string token, string password = NewPassword) =>
        PostAsync(browser, "/api/auth/password/reset", new { email, token, password });

    private static async Task<HttpStatusCode> PostAsync(HttpClient browser, string path, object body)
    {
        using var response = await browser.PostAsJsonAsync(path, body, Stop);
        return response.StatusCode;
    }
}
