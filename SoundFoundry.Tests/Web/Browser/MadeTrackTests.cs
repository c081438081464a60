using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class LibraryTests(WholeSystem system)
{
    [Fact]
    public async Task A_waiting_track_can_be_canceled_and_tried_again()
    {
        await system.Stack.StopWorkersAsync();
        await using var studio = await system.OpenAsync();
        var track = await studio.CreateAsync("Not this one");
        await track.ReachesAsync("QUEUED");

        await track.ClickAsync("Cancel");
        await track.ReachesAsync("CANCELED");
        await Expect(track).ToContainTextAsync("You were not charged.");

        await track.ClickAsync("Try again");
        await track.ReachesAsync("QUEUED");
        system.Stack.StartWorker();
        await track.ReachesAsync("COMPLETE");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_track_can_be_favoured_deleted_and_brought_back()
    {
        await using var studio = await system.OpenAsync();
        var track = await studio.CreateAsync("Worth keeping");
        await track.ReachesAsync("COMPLETE");

        await track.ClickAsync("Favourite");
        await Expect(track.GetByRole(AriaRole.Button, new() { Name = "Favourite" })).ToHaveAttributeAsync("aria-pressed", "true");

        await track.ClickAsync("Delete");
        await Expect(track).ToBeHiddenAsync();
        await studio.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(track).ToBeVisibleAsync();

        await studio.Page.ReloadAsync();
        await studio.AliveAsync();
        await Expect(track.GetByRole(AriaRole.Button, new() { Name = "Favourite" })).ToHaveAttributeAsync("aria-pressed", "true");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_player_is_worked_by_the_keyboard()
    {
        await using var studio = await system.OpenAsync();
        var track = await studio.CreateAsync("Keys only", "30");
        await track.ReachesAsync("COMPLETE");

        await track.GetByRole(AriaRole.Button, new() { Name = "Play" }).PressAsync("Enter");
        await studio.PlaysPastAsync(0);
        var position = studio.Player.GetByRole(AriaRole.Slider, new() { Name = "Position" });
        await position.PressAsync("ArrowRight");
        await position.PressAsync("ArrowRight");
        await studio.PlaysPastAsync(10);
        await track.GetByRole(AriaRole.Button, new() { Name = "Pause" }).PressAsync("Enter");
        await Expect(studio.Player.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Music_plays_on_when_web_is_gone()
    {
        var web = await system.StartWebAsync();
        await using var studio = await system.OpenAsync(web.Address);
        var track = await studio.CreateAsync("Endless", "30");
        await track.ReachesAsync("COMPLETE");
        await track.ClickAsync("Play Endless");
        await studio.PlaysPastAsync(0.2);

        await web.DisposeAsync();

        await Expect(studio.Page.GetByText("Reconnecting")).ToBeVisibleAsync();
        await studio.PlaysPastAsync(await studio.PlayedAsync() + 1);
    }

    [Fact]
    public async Task A_silent_page_finds_back_to_a_restarted_web_with_what_was_typed()
    {
        var web = await system.StartWebAsync();
        await using var studio = await system.OpenAsync(web.Address);
        await studio.Prompt.FillAsync("Half a thou");
        await web.DisposeAsync();
        await Expect(studio.Page.GetByText("Reconnecting")).ToBeVisibleAsync();

        await using var again = await system.StartWebAsync(web.Address);

        await Expect(studio.Page.GetByText("Reconnecting")).ToBeHiddenAsync();
        await studio.AliveAsync();
        await Expect(studio.Prompt).ToHaveValueAsync("Half a thou");
        await (await studio.CreateAsync("Half a thought")).ReachesAsync("COMPLETE");
    }

    [Fact]
    public async Task A_page_that_plays_is_not_reloaded_by_a_restarted_web()
    {
        var web = await system.StartWebAsync();
        await using var studio = await system.OpenAsync(web.Address);
        var track = await studio.CreateAsync("Unbroken", "120");
        await track.ReachesAsync("COMPLETE");
        await track.ClickAsync("Play Unbroken");
        await studio.PlaysPastAsync(0.2);
        await web.DisposeAsync();

        await using var again = await system.StartWebAsync(web.Address);

        await Expect(studio.Page.GetByRole(AriaRole.Button, new() { Name = "Reload" })).ToBeVisibleAsync();
        await studio.PlaysPastAsync(await studio.PlayedAsync() + 1);
    }
}
