using System.Text.Json;
using Microsoft.Playwright;

namespace SoundFoundry.Tests.Api.Passkeys;

/// <summary>A real browser with an authenticator of its own, on our pages' origin.</summary>
internal sealed class PasskeyBrowser : IAsyncDisposable
{
    private const string Calls = """
        window.call = async (method, path, body) => {
          const response = await fetch(path, {
            method, headers: body ? { "Content-Type": "application/json" } : {}, body: body ? JSON.stringify(body) : undefined,
          });
          const text = await response.text();
          return { status: response.status, body: text ? JSON.parse(text) : null };
        };
        window.make = async () => {
          const options = (await call("POST", "/api/passkeys/options")).body;
          return (await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })).toJSON();
        };
        window.show = async () => {
          const options = (await call("POST", "/api/auth/passkey/options")).body;
          return (await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })).toJSON();
        };
        """;

    private readonly IPage _page;

    private PasskeyBrowser(IPage page) => _page = page;

    public static async Task<PasskeyBrowser> OpenAsync(IBrowser browser, Uri address)
    {
        // What it opens is data, whose policy allows no calls; a page of ours may make them.
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), BypassCSP = true });
        await context.AddInitScriptAsync(Calls);
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true,
            },
        });
        await page.GotoAsync("/api/auth");
        return new PasskeyBrowser(page);
    }

    public async Task<(int Status, JsonElement Body)> CallAsync(string method, string path, object? body = null)
    {
        var answer = await _page.EvaluateAsync<JsonElement>("([method, path, body]) => call(method, path, body)", new[] { method, path, body });
        return (answer.GetProperty("status").GetInt32(), answer.GetProperty("body"));
    }

    /// <summary>Adds a passkey to the account that is signed in, and returns its id.</summary>
    public async Task<string> RegisterAsync(string name)
    {
        var answer = await _page.EvaluateAsync<JsonElement>(
            "async name => call('POST', '/api/passkeys', { credential: await make(), name })", name);
        answer.GetProperty("status").GetInt32().ShouldBe(201, answer.ToString());
        return answer.GetProperty("body").GetProperty("id").GetString()!;
    }

    /// <summary>Signs in with whatever passkey the authenticator has for this site.</summary>
    public async Task<int> SignInAsync() =>
        (await _page.EvaluateAsync<JsonElement>("async () => call('POST', '/api/auth/passkey', { credential: await show() })"))
        .GetProperty("status").GetInt32();

    /// <summary>What the browser would have sent, and the cookies it would have sent it with.</summary>
    public async Task<(string Credential, string Cookies)> AnswerAsync()
    {
        var credential = await _page.EvaluateAsync<JsonElement>("() => show()");
        var cookies = await _page.Context.CookiesAsync();
        return (credential.GetRawText(), string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
    }

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();
}
