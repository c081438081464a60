using System.Text.Json;
using Microsoft.Playwright;

namespace SoundFoundry.Bench.Pages;

/// <summary>What a browser without a cache needs for a page.</summary>
/// <param name="PaintMs">First contentful paint, from the start of the navigation.</param>
/// <param name="Bytes">Of all answers as they came over the wire, headers included, until the page had been quiet for two seconds.</param>
/// <param name="Shift">The sum of all layout shifts.</param>
internal sealed record FirstVisit(double PaintMs, long Bytes, double Shift, IReadOnlyList<string> Errors)
{
    private const string Observe =
        "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; })"
        + ".observe({ type: 'layout-shift', buffered: true });";

    public static async Task<FirstVisit> MakeAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await context.AddInitScriptAsync(Observe);
        var page = await context.NewPageAsync();
        var (bytes, errors) = (0L, new List<string>());
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        var wire = await context.NewCDPSessionAsync(page);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());

        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Load });
        await page.WaitForTimeoutAsync(2_000);
        var paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        return new FirstVisit(paint, bytes, await page.EvaluateAsync<double>("window.shift"), errors);
    }
}
