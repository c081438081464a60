using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(PlayerSystem))]
public sealed class PlayerKeysTests(PlayerSystem system)
{
    [Fact]
    public async Task Single_keys_work_the_player_from_anywhere_on_the_page()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "Two");

        await page.PressAsync("k");
        await page.IsPausedAsync();
        var at = await page.PlayedAsync();
        await page.PressAsync("l");
        await page.PressAsync("ArrowRight");
        (await page.PlayedAsync()).ShouldBe(at + 10, 0.01);
        await page.PressAsync("j");
        (await page.PlayedAsync()).ShouldBe(at + 5, 0.01);
        await page.PressAsync("Space");
        await page.PlaysPastAsync(at + 5);
        await page.PressAsync("Shift+N");
        await page.PlaysAsync("Three");
        await page.PressAsync("Shift+P");
        await page.PlaysAsync("Two");
        await page.PressAsync("m");
        await Expect(page.Button("Unmute")).ToBeVisibleAsync();
        await page.PressAsync("Shift+ArrowDown");
        (await page.AskAsync<double>("sound.audio.volume")).ShouldBe(0.95, 0.001);
        await page.PressAsync("r");
        await Expect(page.Button("Repeat: all")).ToBeVisibleAsync();
        await page.PressAsync("s");
        await Expect(page.Button("Shuffle")).ToHaveAttributeAsync("aria-pressed", "true");
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_favourite_is_made_by_a_key_and_kept()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "Four");

        await page.PressAsync("f");

        await Expect(page.Button("Favourite")).ToHaveAttributeAsync("aria-pressed", "true");
        var path = $"/api/tracks/{system.Tracks[3].Id}";
        (await system.Client.GetAsJsonAsync(path))
            .GetProperty("favorite").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Who_types_or_has_a_control_in_focus_is_not_disturbed()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "One");
        await page.Page.EvaluateAsync("document.querySelector('main').append(Object.assign(document.createElement('input'), { id: 'typed' }))");
        await page.Page.Locator("#typed").PressSequentiallyAsync("k s?");
        await Expect(page.Page.Locator("#typed")).ToHaveValueAsync("k s?");
        await Expect(page.Button("Pause")).ToBeVisibleAsync();

        await page.Button("Shuffle").PressAsync("Space");
        await Expect(page.Button("Shuffle")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Button("Pause")).ToBeVisibleAsync();
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_keys_are_told_by_a_sheet_that_turns_them_off()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "One");

        await page.PressAsync("?");
        var sheet = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(sheet).ToContainTextAsync("Next track");
        await Expect(sheet).ToContainTextAsync("Undo the last deletion");
        await sheet.GetByLabel("Single keys work the player").UncheckAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();

        await page.PressAsync("s");
        await page.PressAsync("k");
        await Expect(page.Button("Pause")).ToBeVisibleAsync();
        await Expect(page.Button("Shuffle")).ToHaveAttributeAsync("aria-pressed", "false");
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_key_leads_to_the_prompt_from_any_page()
    {
        await using var page = await system.OpenAsync();
        await page.PressAsync("c");
        await Expect(page.Page.Locator("#prompt")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_position_is_a_slider_for_keys_and_for_the_pointer()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "One");
        await page.ClickAsync("Pause");
        await page.Position.PressAsync("Home");
        await page.Position.PressAsync("ArrowRight");
        await Expect(page.Position).ToHaveAttributeAsync("aria-valuenow", "5");
        await Expect(page.Position).ToHaveAttributeAsync("aria-valuetext", "0:05 of 0:20");

        var box = (await page.Position.BoundingBoxAsync())!;
        await page.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));

        (await page.PlayedAsync()).ShouldBe(10, 0.2);
        page.ShouldBeWithoutComplaint();
    }
}
