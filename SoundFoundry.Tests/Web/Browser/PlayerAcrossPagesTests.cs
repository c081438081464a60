using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(PlayerSystem))]
public sealed class PlayerAcrossPagesTests(PlayerSystem system)
{
    private const string NoteStops = """
        window.stops = [];
        for (const name of ["pause", "emptied", "seeking", "ended"])
          document.querySelector("sf-player audio").addEventListener(name, () => stops.push(name));
        """;

    [Fact]
    public async Task Music_plays_on_from_page_to_page_without_a_stop()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync([system.Long], "Long");
        await page.Page.EvaluateAsync(NoteStops);

        foreach (var name in new[] { "Create", "Account" })
        {
            await page.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
            await page.Page.WaitForURLAsync(name == "Create" ? "**/" : "**/account");
            await page.PlaysPastAsync(await page.PlayedAsync() + 0.5);
        }

        (await page.Page.EvaluateAsync<string[]>("stops")).ShouldBeEmpty();
        await Expect(page.Name).ToHaveTextAsync("Long");
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_library_is_played_in_the_order_it_is_shown()
    {
        await using var page = await system.OpenAsync();
        await page.Page.GotoAsync("/library");
        await page.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Play Three" }).ClickAsync();
        await page.PlaysAsync("Three");

        await page.ClickAsync("Next track");

        await page.PlaysAsync("Two");
        await Expect(page.Page.Locator("sf-play[playing]")).ToHaveAttributeAsync("name", "Two");
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_page_loaded_anew_holds_the_track_the_place_the_order_and_the_settings_and_is_silent()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "Two");
        await page.DoAsync("seek(7)");
        await page.DoAsync("loud(0.5)");
        await page.ClickAsync("Repeat: off");
        await page.Player.GetByLabel("Speed").SelectOptionAsync("1.5");
        await page.ClickAsync("Shuffle");
        var order = await page.OrderAsync();

        await page.Page.ReloadAsync();

        await page.IsPausedAsync();
        await Expect(page.Name).ToHaveTextAsync("Two");
        (await page.PlayedAsync()).ShouldBeGreaterThanOrEqualTo(7);
        (await page.OrderAsync()).ShouldBe(order);
        (await page.AskAsync<double>("sound.audio.volume")).ShouldBe(0.5);
        await Expect(page.Player.GetByLabel("Speed")).ToHaveValueAsync("1.5");
        await Expect(page.Button("Shuffle")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Button("Repeat: all")).ToBeVisibleAsync();
        await page.ClickAsync("Play");
        await page.PlaysPastAsync(7.1);
        (await page.AskAsync<double>("sound.audio.playbackRate")).ShouldBe(1.5);
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Nothing_is_left_in_the_browser_for_who_owns_none_of_it()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "Two");
        (await page.Page.EvaluateAsync<string>("JSON.stringify(localStorage)")).ShouldNotContain("Two");
        await page.DoAsync("pause()");

        await page.Page.RouteAsync("**/api/tracks?ids=*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"tracks":[]}""" }));
        await page.Page.ReloadAsync();

        await page.Page.WaitForFunctionAsync("() => JSON.parse(localStorage['sf-player-queue']).list.length === 0");
        await Expect(page.Player).ToBeHiddenAsync();
    }
}
