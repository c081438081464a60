using Microsoft.Playwright;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>Accounts, their pages and a worker, where the studio costs something and webhooks may lead to this machine.</summary>
[CollectionDefinition(nameof(DeskSystem))]
public sealed class DeskSystem(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime, ICollectionFixture<DeskSystem>
{
    private readonly AccountsSystem _system = new(postgres, chromium);

    internal AccountsStack Accounts => _system.Accounts;

    public async ValueTask InitializeAsync()
    {
        Accounts.Settings["Models:studio/composer-1:Price:Credits"] = "2";
        Accounts.Settings["Webhooks:AllowLoopback"] = "true";
        Accounts.Settings["ENVIRONMENT"] = "Development";
        await _system.InitializeAsync();
        Accounts.Stack.StartWorker();
    }

    internal Uri Address => _system.Address;

    /// <summary>A page of somebody who is not signed in.</summary>
    internal Task<IPage> OpenAsync(string path) => _system.OpenAsync(path);

    internal Task<IPage> OpenAsOwnerAsync(string path) => OpenAsync(AccountsStack.OwnersAddress, path);

    /// <summary>A page of somebody who signs in to see it.</summary>
    internal async Task<IPage> OpenAsync(string email, string path)
    {
        var page = await _system.OpenAsync($"/sign-in?return={Uri.EscapeDataString(path)}");
        await AccountsSystem.SignInAsync(page, email, AccountsStack.Password);
        await page.WaitForURLAsync(new Uri(_system.Address, path).ToString());
        return page;
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();
}
