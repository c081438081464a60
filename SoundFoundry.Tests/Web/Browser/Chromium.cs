using Microsoft.Playwright;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Web.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The one browser of a test run, started by the first test that opens a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>A name that resolves to this machine in the browser, as a rebound name of an attacker would.</summary>
    public const string ReboundName = "rebound.example";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", $"--host-resolver-rules=MAP {ReboundName} 127.0.0.1",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    public async Task<IBrowser> BrowserAsync() => (await _started.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated) return;
        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Programs.Find("chromium", "chromium-browser", "google-chrome"),
            Args = Arguments,
        });
        return (playwright, browser);
    }
}
