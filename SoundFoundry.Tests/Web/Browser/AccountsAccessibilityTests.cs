namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The pages that only accounts have, as axe sees them.</summary>
[Collection(nameof(DeskSystem))]
public sealed class AccountsAccessibilityTests(DeskSystem system)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/register")]
    [InlineData("/forgot-password")]
    [InlineData("/reset-password")]
    [InlineData("/set-up")]
    public async Task A_page_before_the_door_shuts_nobody_out(string path)
    {
        var page = await system.OpenAsync(path);

        await AxePages.ShouldBeOpenToAllAsync(page, new Uri(system.Address, path));
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/credits")]
    [InlineData("/account/keys")]
    [InlineData("/account/webhooks")]
    [InlineData("/account/sessions")]
    [InlineData("/account/data")]
    [InlineData("/operate/queue")]
    [InlineData("/operate/users")]
    [InlineData("/operate/invitations")]
    [InlineData("/operate/audit")]
    public async Task A_page_of_an_operator_shuts_nobody_out(string path)
    {
        var page = await system.OpenAsOwnerAsync(path);

        await AxePages.ShouldBeOpenToAllAsync(page, new Uri(system.Address, path));
    }
}
