using System.Net.Http.Json;
using SoundFoundry.Api.SignIn;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.External;

/// <summary>A running stack where one comes in by invitation only, and may sign in at another provider.</summary>
public sealed class ExternalStack(SharedPostgres postgres) : IAsyncLifetime
{
    internal AccountsStack Accounts { get; } = new(postgres);

    internal OidcProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await OidcProvider.StartAsync(CancellationToken.None);
        Accounts.Settings["ENVIRONMENT"] = "Development";
        Accounts.Settings["Accounts:Registration"] = "Invite";
        Accounts.Settings["OpenIdConnect:Authority"] = Provider.Issuer;
        Accounts.Settings["OpenIdConnect:ClientId"] = OidcProvider.ClientId;
        Accounts.Settings["OpenIdConnect:ClientSecret"] = OidcProvider.Secret;
        Accounts.Settings["OpenIdConnect:Name"] = "Elsewhere";
        await Accounts.InitializeAsync();
    }

    /// <summary>A browser that stops at each redirect.</summary>
    internal HttpClient NewBrowser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Accounts.Stack.Address };

    internal Task<string> InviteAsync() => Accounts.Stack.WithServiceAsync<Invitations, string>(async invitations =>
        (await invitations.MakeAsync(User.LocalOwnerId, "a test", TestContext.Current.CancellationToken)).Token);

    /// <summary>The browser of somebody with a password.</summary>
    internal async Task<HttpClient> RegisterAsync(string email)
    {
        var browser = NewBrowser();
        using var made = await browser.PostAsJsonAsync(
            "/api/auth/register", new { name = "S", email, password = AccountsStack.Password, token = await InviteAsync() }, TestContext.Current.CancellationToken);
        made.EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>The way to the provider and back, as far as to the address where it ends.</summary>
    internal static async Task<string> ReturnsToAsync(HttpClient browser, string start) =>
        await FollowAsync(browser, await FollowAsync(browser, await FollowAsync(browser, start)));

    internal static async Task<string> FollowAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        return response.Headers.Location?.OriginalString
            ?? throw new InvalidOperationException($"{address} answered {(int)response.StatusCode} and led nowhere.");
    }

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
