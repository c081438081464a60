namespace SoundFoundry.Tests.Web.Browser;

/// <summary>Every page, in both themes and on a phone and a desk, as axe sees it.</summary>
[Collection(nameof(WholeSystem))]
public sealed class AccessibilityTests(WholeSystem system, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/playlists")]
    [InlineData("/playlists/{playlist}")]
    [InlineData("/tracks/{track}")]
    [InlineData("/tracks/999999999")]
    [InlineData("/s/{share}")]
    [InlineData("/s/gone")]
    [InlineData("/embed/{share}")]
    [InlineData("/account")]
    [InlineData("/account/credits")]
    [InlineData("/account/keys")]
    [InlineData("/account/webhooks")]
    [InlineData("/account/appearance")]
    [InlineData("/account/data")]
    [InlineData("/operate")]
    [InlineData("/operate/workers")]
    [InlineData("/operate/providers")]
    [InlineData("/operate/users")]
    [InlineData("/operate/audit")]
    [InlineData("/error")]
    [InlineData("/nowhere")]
    public async Task A_page_of_one_owner_shuts_nobody_out(string path)
    {
        var shelf = await Shelf.MakeAsync(system.Stack.Client);

        await AxePages.ShouldBeOpenToAllAsync(await chromium.BrowserAsync(), new Uri(system.Address, shelf.In(path)));
    }
}
