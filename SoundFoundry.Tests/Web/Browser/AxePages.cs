using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What axe finds wrong with a page, and what its scripts stumble over.</summary>
internal static class AxePages
{
    private static readonly (ColorScheme Theme, int Width)[] Looks =
        [(ColorScheme.Light, 1440), (ColorScheme.Dark, 1440), (ColorScheme.Light, 390), (ColorScheme.Dark, 390)];

    public static async Task ShouldBeOpenToAllAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync();
        await ShouldBeOpenToAllAsync(await context.NewPageAsync(), address);
    }

    /// <summary>Looks at an address with a page that may be signed in.</summary>
    public static async Task ShouldBeOpenToAllAsync(IPage page, Uri address)
    {
        page.SetDefaultTimeout(StudioPage.Patience);
        var errors = new ConcurrentQueue<string>();
        page.PageError += (_, error) => errors.Enqueue(error);
        foreach (var (theme, width) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

            var found = await page.RunAxe();

            found.Violations.Select(Describe).ShouldBeEmpty($"{address.AbsolutePath}, {theme}, {width} px");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{address.AbsolutePath} is wider than {width} px");
            errors.ShouldBeEmpty(address.AbsolutePath);
        }
    }

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help} at {string.Join("; ", item.Nodes.Select(node => $"{node.Target} {node.Html}"))}";
}
