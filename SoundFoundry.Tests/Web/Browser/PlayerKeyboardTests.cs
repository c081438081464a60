using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class PlayerKeyboardTests(WholeSystem system)
{
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
}
