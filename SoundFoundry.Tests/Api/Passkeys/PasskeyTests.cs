using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Web;
using SoundFoundry.Tests.Web.Browser;

namespace SoundFoundry.Tests.Api.Passkeys;

public sealed class PasskeyTests(AccountsStack stack, Chromium chromium) : IClassFixture<AccountsStack>, IAsyncLifetime
{
    private WebServer _web = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _web = await WebServer.StartAsync(stack.Stack.Address, Stop);

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task Who_added_a_passkey_comes_in_with_it_and_with_nothing_else()
    {
        await using var browser = await SignedInAsync("passkey@music.test");
        var id = await browser.RegisterAsync("Laptop");
        var listed = (await browser.CallAsync("GET", "/api/passkeys")).Body.EnumerateArray().Single();
        listed.GetProperty("id").GetString().ShouldBe(id);
        listed.GetProperty("name").GetString().ShouldBe("Laptop");
        (await browser.CallAsync("POST", "/api/auth/sign-out")).Status.ShouldBe(204);
        (await browser.CallAsync("GET", "/api/me")).Status.ShouldBe(401);

        (await browser.SignInAsync()).ShouldBe(204);

        (await browser.CallAsync("GET", "/api/me")).Body.GetProperty("email").GetString().ShouldBe("passkey@music.test");
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_nobody_removes_one_of_another()
    {
        await using var browser = await SignedInAsync("removes@music.test");
        var id = await browser.RegisterAsync("Phone");
        (await stack.Owner.DeleteAsync($"/api/passkeys/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stack.Owner.DeleteAsync("/api/passkeys/not!an!id", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.CallAsync("GET", "/api/passkeys")).Body.GetArrayLength().ShouldBe(1);

        (await browser.CallAsync("DELETE", $"/api/passkeys/{id}")).Status.ShouldBe(204);
        (await browser.CallAsync("POST", "/api/auth/sign-out")).Status.ShouldBe(204);

        (await browser.SignInAsync()).ShouldBe(401);
    }

    [Fact]
    public async Task The_last_way_in_is_not_given_up()
    {
        await using var browser = await SignedInAsync("one-way@music.test");
        var id = await browser.RegisterAsync("Only one");
        await ChangeAsync("one-way@music.test", member => member.PasswordHash = null);

        var (status, problem) = await browser.CallAsync("DELETE", $"/api/passkeys/{id}");

        status.ShouldBe(409);
        problem.GetProperty("code").GetString().ShouldBe("last_way_in");
    }

    [Fact]
    public async Task A_suspended_user_stays_out()
    {
        await using var browser = await SignedInAsync("kept-out@music.test");
        await browser.RegisterAsync("Key");
        await ChangeAsync("kept-out@music.test", member => member.SuspendedAt = DateTimeOffset.UnixEpoch);

        (await browser.SignInAsync()).ShouldBe(401);
    }

    [Fact]
    public async Task An_answer_counts_where_it_was_asked_for_with_the_browsers_own_question_only()
    {
        await using var browser = await SignedInAsync("asked@music.test");
        await browser.RegisterAsync("Key");
        await browser.CallAsync("POST", "/api/auth/sign-out");
        var (credential, cookies) = await browser.AnswerAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });

        (await SendAsync(client, $"localhost:{stack.Stack.Address.Port}", credential, cookies)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(client, _web.Address.Authority, credential, "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(client, _web.Address.Authority, credential, cookies)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("""{"credential":{}}""")]
    [InlineData("""{"credential":"text"}""")]
    [InlineData("""{"credential":{"id":"AA","rawId":"AA","type":"public-key","response":{}}}""")]
    public async Task What_is_no_passkey_is_refused(string body)
    {
        using var browser = stack.NewBrowser();
        (await browser.PostAsync("/api/auth/passkey/options", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await browser.PostAsync("/api/auth/passkey", Json(body), Stop);

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<PasskeyBrowser> SignedInAsync(string email)
    {
        var browser = await PasskeyBrowser.OpenAsync(await chromium.BrowserAsync(), _web.Address);
        (await browser.CallAsync("POST", "/api/auth/register", new { name = "P", email, password = AccountsStack.Password })).Status.ShouldBe(204);
        return browser;
    }

    private Task ChangeAsync(string email, Action<Member> change) => stack.Stack.WithServiceAsync<IdentityDb, int>(async db =>
    {
        change(await db.Users.SingleAsync(member => member.Email == email, Stop));
        return await db.SaveChangesAsync(Stop);
    });

    /// <summary>Straight to Api, under the name and with the cookies that a browser would have shown.</summary>
    private async Task<HttpStatusCode> SendAsync(HttpClient client, string host, string credential, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stack.Stack.Address, "/api/auth/passkey"))
        {
            Content = Json($$"""{"credential":{{credential}}}"""),
        };
        request.Headers.Host = host;
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        using var response = await client.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
