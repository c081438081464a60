using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The system with its pages: the running stack, Web in front of it, and a browser to look at it.</summary>
/// <remarks>One for all tests of pages, which therefore run one after the other.</remarks>
[CollectionDefinition(nameof(WholeSystem))]
public sealed class WholeSystem(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime, ICollectionFixture<WholeSystem>
{
    private readonly RunningStack _stack = new(postgres);
    private WebServer? _web;

    internal RunningStack Stack => _stack;

    internal Uri Address => _web!.Address;

    public async ValueTask InitializeAsync()
    {
        await _stack.InitializeAsync();
        _web = await StartWebAsync();
    }

    /// <summary>Another Web on the same stack, for tests that end it.</summary>
    internal Task<WebServer> StartWebAsync() => WebServer.StartAsync(_stack.Address, CancellationToken.None);

    internal Task<WebServer> StartWebAsync(Uri address) => WebServer.StartAsync([_stack.Address], address, CancellationToken.None);

    internal Task<StudioPage> OpenAsync() => OpenAsync(Address);

    internal async Task<StudioPage> OpenAsync(Uri address) => await StudioPage.OpenAsync(await chromium.BrowserAsync(), address);

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        await _stack.DisposeAsync();
    }
}
