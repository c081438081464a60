using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SoundFoundry.Api.SignIn;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Stack;

/// <summary>A running stack in accounts mode, with an owner who has set it up.</summary>
public sealed class AccountsStack(SharedPostgres postgres) : IAsyncLifetime
{
    public const string Password = "a slow brown fox, twice";

    public const string OwnersAddress = "owner@music.test";

    /// <summary>What is set when it starts.</summary>
    internal Dictionary<string, string> Settings { get; } = new()
    {
        ["Auth:Mode"] = "Accounts", ["Accounts:Registration"] = "Open", ["Accounts:BreachedPasswords"] = "",

        // All users of a test come from one address, and ask as fast as they can.
        ["Limits:AddressBurst"] = "100000", ["Limits:UserBurst"] = "100000", ["Limits:KeyBurst"] = "100000", ["Limits:SignInBurst"] = "100000",
        ["Limits:AccountBurst"] = "100000",
    };

    internal RunningStack Stack { get; } = new(postgres);

    /// <summary>The owner's browser, who is an operator.</summary>
    internal HttpClient Owner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Stack.StartApiAsync(CancellationToken.None, settings: Settings);
        Owner = NewBrowser();
        var token = await Stack.WithServiceAsync<SetUp, string>(setUp => setUp.RenewAsync(CancellationToken.None));
        using var made = await Owner.PostAsJsonAsync(
            "/api/auth/set-up", new { name = "Owner", email = OwnersAddress, password = Password, token });
        made.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>A browser that is not signed in. It keeps cookies, as browsers do.</summary>
    internal HttpClient NewBrowser() => new(new SocketsHttpHandler()) { BaseAddress = Stack.Address };

    /// <summary>The browser of a new user.</summary>
    internal async Task<HttpClient> RegisterAsync(string email)
    {
        var browser = NewBrowser();
        using var made = await browser.PostAsJsonAsync(
            "/api/auth/register", new { name = "Somebody", email, password = Password }, TestContext.Current.CancellationToken);
        made.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return browser;
    }

    /// <summary>The browser of a new user who can spend something.</summary>
    internal async Task<HttpClient> RegisterAsync(string email, int credits)
    {
        var browser = await RegisterAsync(email);
        var id = (await browser.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        using var given = await Owner.PostJsonAsync($"/api/admin/users/{id}/credits", new { credits, reason = "for a test" });
        given.EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>A program with a new key of the browser's user.</summary>
    internal async Task<HttpClient> WithKeyAsync(HttpClient browser, params string[] scopes)
    {
        using var made = await browser.PostAsJsonAsync("/api/keys", new { name = "test", scopes }, TestContext.Current.CancellationToken);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        return WithKey((await made.ReadAsync()).GetProperty("key").GetString()!);
    }

    internal HttpClient WithKey(string key)
    {
        var program = new HttpClient { BaseAddress = Stack.Address };
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        Owner?.Dispose();
        await Stack.DisposeAsync();
    }
}
