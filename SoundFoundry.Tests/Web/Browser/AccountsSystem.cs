using Microsoft.Playwright;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>A stack in accounts mode with its pages, and a browser to look at them.</summary>
public sealed class AccountsSystem(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime
{
    private WebServer? _web;

    internal AccountsStack Accounts { get; } = new(postgres);

    internal Uri Address => _web!.Address;

    public async ValueTask InitializeAsync()
    {
        await Accounts.InitializeAsync();
        _web = await WebServer.StartAsync(Accounts.Stack.Address, CancellationToken.None, "--Auth:Mode", "Accounts");
    }

    /// <summary>A page of a visitor who has never been here.</summary>
    internal async Task<IPage> OpenAsync(string path)
    {
        var context = await (await chromium.BrowserAsync()).NewContextAsync(new() { BaseURL = Address.ToString() });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(StudioPage.Patience);
        Assertions.SetDefaultExpectTimeout(StudioPage.Patience);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A page of the owner, signed in.</summary>
    internal async Task<IPage> OpenAsOwnerAsync(string path = "/")
    {
        var page = await OpenAsync($"/sign-in?return={Uri.EscapeDataString(path)}");
        await SignInAsync(page, AccountsStack.OwnersAddress, AccountsStack.Password);
        await page.WaitForURLAsync(new Uri(Address, path).ToString());
        return page;
    }

    internal static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        await Accounts.DisposeAsync();
    }
}
