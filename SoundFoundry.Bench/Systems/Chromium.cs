using Microsoft.Playwright;

namespace SoundFoundry.Bench.Systems;

/// <summary>The browser that the benches look with.</summary>
internal static class Chromium
{
    private static readonly string[] Always =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Programs.Find("chromium", "chromium-browser", "google-chrome"),
        Args = [.. Always, .. more],
    });
}
