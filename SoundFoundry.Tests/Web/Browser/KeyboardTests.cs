using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class KeyboardTests(WholeSystem system)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task Music_is_made_heard_and_taken_home_without_a_mouse()
    {
        await using var studio = await system.OpenAsync();
        var prompt = $"harp by hand {Guid.NewGuid():N}"[..24];
        await TabToAsync(studio.Page, "element => element.id === 'prompt'");
        await studio.Page.Keyboard.TypeAsync(prompt);
        await studio.Page.Keyboard.PressAsync("Enter");
        await studio.Track(prompt).ReachesAsync("COMPLETE");

        await TabToAsync(studio.Page, $"element => element.getAttribute('aria-label') === 'Play {prompt}'");
        await studio.Page.Keyboard.PressAsync("Enter");
        await studio.PlaysPastAsync(0.5);

        await TabToAsync(studio.Page, $"element => element.getAttribute('aria-label') === 'Download {prompt}'");
        var download = await studio.Page.RunAndWaitForDownloadAsync(() => studio.Page.Keyboard.PressAsync("Enter"));
        download.SuggestedFilename.ShouldEndWith(".wav");
        studio.ShouldBeWithoutComplaint();
    }

    private static async Task TabToAsync(IPage page, string isThere)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.EvaluateAsync<bool>($"({isThere})(document.activeElement)")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new ShouldAssertException($"{MostTabs} times Tab did not lead to {isThere}");
    }
}
