using System.Text.Json;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(PlayerSystem))]
public sealed class PlayerSystemControlsTests(PlayerSystem system)
{
    private const string KeepHandlers = """
        window.handlers = {};
        const set = MediaSession.prototype.setActionHandler;
        MediaSession.prototype.setActionHandler = function (action, handler) { handlers[action] = handler; set.call(this, action, handler); };
        const place = MediaSession.prototype.setPositionState;
        MediaSession.prototype.setPositionState = function (state) { window.place = state; place.call(this, state); };
        """;

    [Fact]
    public async Task The_lock_screen_shows_the_track_and_its_keys_work_the_player()
    {
        await using var page = await system.OpenAsync();
        await page.Page.Context.AddInitScriptAsync(KeepHandlers);
        await page.Page.ReloadAsync();
        await page.PlayAsync(system.Tracks, "Two");

        (await page.Page.EvaluateAsync<string>("navigator.mediaSession.metadata.title")).ShouldBe("Two");
        (await page.Page.EvaluateAsync<string>("navigator.mediaSession.playbackState")).ShouldBe("playing");

        await page.Page.EvaluateAsync("handlers.pause({})");
        await page.IsPausedAsync();
        await page.Page.EvaluateAsync("handlers.seekto({ seekTime: 12 })");
        await page.Page.WaitForFunctionAsync("() => window.place?.position === 12");
        (await page.Page.EvaluateAsync<JsonElement>("place")).GetProperty("duration").GetDouble().ShouldBe(20, 0.1);
        await page.Page.EvaluateAsync("handlers.play({})");
        await page.PlaysPastAsync(12.1);
        await page.Page.EvaluateAsync("handlers.nexttrack({})");
        await page.PlaysAsync("Three");
        await page.Page.EvaluateAsync("handlers.previoustrack({})");
        await page.PlaysAsync("Two");
        page.ShouldBeWithoutComplaint();
    }
}
