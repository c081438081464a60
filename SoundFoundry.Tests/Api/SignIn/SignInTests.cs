using System.Net;
using System.Net.Http.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.SignIn;

public sealed class SignInTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_anything_without_signing_in()
    {
        using var stranger = stack.NewBrowser();
        foreach (var path in new[] { "/api/tracks", "/api/me", "/api/events", "/api/admin/queue", "/api/keys", "/api/sessions" })
            (await stranger.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
    }

    [Fact]
    public async Task Who_signs_in_is_told_who_they_are_and_who_signs_out_is_nobody_even_with_the_old_cookie()
    {
        (await stack.RegisterAsync("in-and-out@music.test")).Dispose();
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = stack.Stack.Address };
        using var signedIn = await PostAsync(thief, "/api/auth/sign-in", new { email = "In-And-Out@music.test", password = AccountsStack.Password });
        signedIn.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").First();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        thief.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        (await thief.GetAsJsonAsync("/api/me")).GetProperty("email").GetString().ShouldBe("in-and-out@music.test");

        (await PostAsync(thief, "/api/auth/sign-out", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await thief.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        using var browser = stack.NewBrowser();
        using var wrong = await PostAsync(browser, "/api/auth/sign-in", new { email = AccountsStack.OwnersAddress, password = "not the password" });
        using var unknown = await PostAsync(browser, "/api/auth/sign-in", new { email = "nobody@music.test", password = "not the password" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await wrong.ReadAsync()).GetProperty("detail").GetString().ShouldBe((await unknown.ReadAsync()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Signing_in_always_begins_a_new_session_whatever_cookie_was_planted()
    {
        using var attacker = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = stack.Stack.Address };
        using var first = await PostAsync(attacker, "/api/auth/register", new { name = "A", email = "planter@music.test", password = AccountsStack.Password });
        var planted = first.Headers.GetValues("Set-Cookie").First().Split(';')[0];

        using var victim = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = stack.Stack.Address };
        victim.DefaultRequestHeaders.Add("Cookie", planted);
        using var signedIn = await PostAsync(
            victim, "/api/auth/sign-in", new { email = AccountsStack.OwnersAddress, password = AccountsStack.Password });
        signedIn.Headers.GetValues("Set-Cookie").First().Split(';')[0].ShouldNotBe(planted);
        (await victim.GetAsJsonAsync("/api/me")).GetProperty("email").GetString().ShouldBe("planter@music.test");
    }

    [Theory]
    [InlineData("short", "password")]
    [InlineData("aaaaaaaaaaaaaaaa", "password")]
    [InlineData("weak-name and more", "password")]
    public async Task A_weak_password_is_refused_beside_its_field(string password, string field)
    {
        using var browser = stack.NewBrowser();
        using var refused = await PostAsync(browser, "/api/auth/register", new { name = "W", email = "weak-name@music.test", password });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.ReadAsync()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
        (await browser.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_address_registers_once()
    {
        (await stack.RegisterAsync("double@music.test")).Dispose();
        using var browser = stack.NewBrowser();
        using var again = await PostAsync(browser, "/api/auth/register", new { name = "T", email = "DOUBLE@music.test", password = AccountsStack.Password });
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await again.ReadAsync()).GetProperty("errors").TryGetProperty("email", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_registers_once_however_many_try_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var browser = stack.NewBrowser();
            using var answer = await PostAsync(browser, "/api/auth/register", new { name = "R", email = "race@music.test", password = AccountsStack.Password });
            return answer.StatusCode;
        }));
        answers.Count(status => status == HttpStatusCode.NoContent).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.BadRequest).ShouldBe(7);
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_is_dead_at_once_and_the_one_that_ended_it_goes_on()
    {
        using var phone = await stack.RegisterAsync("phone@music.test");
        using var laptop = stack.NewBrowser();
        (await PostAsync(laptop, "/api/auth/sign-in", new { email = "phone@music.test", password = AccountsStack.Password })).Dispose();
        var sessions = (await laptop.GetAsJsonAsync("/api/sessions")).EnumerateArray().ToList();
        sessions.Count.ShouldBe(2);
        var other = sessions.Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetInt64();
        (await laptop.DeleteAsync($"/api/sessions/{other}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await phone.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await laptop.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stack.Owner.DeleteAsync($"/api/sessions/{other}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_changed_password_signs_everyone_else_out_and_only_the_new_one_opens()
    {
        using var stolen = await stack.RegisterAsync("changes@music.test");
        using var own = stack.NewBrowser();
        (await PostAsync(own, "/api/auth/sign-in", new { email = "changes@music.test", password = AccountsStack.Password })).Dispose();
        (await PostAsync(own, "/api/me/password", new { current = "wrong", password = "quite another password" })).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(own, "/api/me/password", new { current = AccountsStack.Password, password = "quite another password" })).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);

        (await stolen.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await own.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var later = stack.NewBrowser();
        (await PostAsync(later, "/api/auth/sign-in", new { email = "changes@music.test", password = AccountsStack.Password })).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(later, "/api/auth/sign-in", new { email = "changes@music.test", password = "quite another password" })).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_set_up_link_is_of_no_use_once_there_is_an_owner()
    {
        var token = await stack.Stack.WithServiceAsync<SoundFoundry.Api.SignIn.SetUp, string>(setUp => setUp.RenewAsync(Stop));
        using var late = stack.NewBrowser();
        using var refused = await PostAsync(late, "/api/auth/set-up", new { name = "L", email = "late@music.test", password = AccountsStack.Password, token });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await late.GetAsJsonAsync("/api/auth")).GetProperty("set_up_needed").GetBoolean().ShouldBeFalse();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, object body) => browser.PostAsJsonAsync(path, body, Stop);
}
