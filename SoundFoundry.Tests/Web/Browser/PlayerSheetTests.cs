using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(PlayerSystem))]
public sealed class PlayerSheetTests(PlayerSystem system)
{
    [Fact]
    public async Task On_a_phone_a_small_bar_above_the_tabs_opens_to_the_whole_player()
    {
        await using var page = await system.OpenAsync(width: 390);
        await page.PlayAsync(system.Tracks, "One");
        var bar = (await page.Player.BoundingBoxAsync())!;
        var tabs = (await page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).BoundingBoxAsync())!;
        (bar.Y + bar.Height).ShouldBeLessThanOrEqualTo(tabs.Y + 1);
        await Expect(page.Position).ToBeHiddenAsync();

        await page.ClickAsync("Show all of it");
        await Expect(page.Position).ToBeVisibleAsync();
        await Expect(page.Button("Shuffle")).ToBeVisibleAsync();
        (await page.Page.EvaluateAsync<bool>("document.querySelector('.frame').inert")).ShouldBeTrue();
        await page.ClickAsync("Next track");
        await page.PlaysAsync("Two");

        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Position).ToBeHiddenAsync();
        await Expect(page.Button("Show all of it")).ToBeFocusedAsync();
        (await page.Page.EvaluateAsync<bool>("document.querySelector('.frame').inert")).ShouldBeFalse();
        page.ShouldBeWithoutComplaint();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1024)]
    [InlineData(2560)]
    public async Task Every_control_is_within_the_page_at_every_width(int width)
    {
        await using var page = await system.OpenAsync(width: width);
        await page.PlayAsync(system.Tracks, "One");

        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var outside = await page.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll(".player :is(button, a, select, input, [role=slider])")]
              .filter(control => control.checkVisibility()).map(control => [control, control.getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight + 1))
              .map(([control]) => control.outerHTML.slice(0, 80))
            """);
        outside.ShouldBeEmpty();
        page.ShouldBeWithoutComplaint();
    }
}
