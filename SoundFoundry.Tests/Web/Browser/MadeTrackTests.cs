using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class MadeTrackTests(WholeSystem system)
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
}
