using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class LostConnectionTests(WholeSystem system)
{
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
