using Microsoft.Playwright;

namespace SoundFoundry.Bench.Pages;

/// <summary>What somebody does in a long library, each act with the slowest of its interactions as the browser measured it: from the input to
/// the next paint (the <c>event</c> entries that interaction-to-next-paint is made of, here never less than 16 ms).</summary>
internal static class LibraryVisit
{
    private const string Observe =
        "window.slowest = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) "
        + "if (entry.interactionId) window.slowest = Math.max(window.slowest, entry.duration); })"
        + ".observe({ type: 'event', durationThreshold: 16, buffered: true });";

    public static async Task<IReadOnlyList<(string Act, double Ms)>> MakeAsync(IBrowser browser, Uri web)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = web.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        await context.AddInitScriptAsync(Observe);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/library");
        var rows = page.Locator("[data-track]");
        await rows.First.WaitForAsync();
        await page.WaitForTimeoutAsync(2_000);

        var figures = new List<(string, double)>();
        foreach (var (act, doAsync) in Acts(page, rows))
        {
            await page.EvaluateAsync("window.slowest = 0");
            await doAsync();
            await page.WaitForTimeoutAsync(1_000);
            figures.Add((act, await page.EvaluateAsync<double>("window.slowest")));
        }

        return figures;
    }

    private static IEnumerable<(string, Func<Task>)> Acts(IPage page, ILocator rows)
    {
        yield return ("choosing five rows", async () =>
        {
            for (var row = 0; row < 5; row++) await rows.Nth(row).GetByRole(AriaRole.Checkbox).ClickAsync();
        });
        yield return ("choosing all of them", () => page.Keyboard.PressAsync("Control+a"));
        yield return ("choosing none", () => page.Keyboard.PressAsync("Escape"));
        yield return ("a favourite", () => rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Favourite" }).ClickAsync());
        yield return ("scrolling by keys", async () =>
        {
            await rows.Nth(1).ClickAsync(new() { Position = new() { X = 2, Y = 2 } });
            for (var press = 0; press < 20; press++) await page.Keyboard.PressAsync("PageDown");
        });
        yield return ("typing a search", () => page.Locator("#search").PressSequentiallyAsync("Shelf 99", new() { Delay = 60 }));
    }
}
