using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>Pages that only accounts have, opened by their address where nobody signs in.</summary>
[Collection(nameof(WholeSystem))]
public sealed class LocalModeTests(WholeSystem system)
{
    [Theory]
    [InlineData("/operate/users", "To the queue")]
    [InlineData("/operate/users/1", "To the queue")]
    [InlineData("/operate/invitations", "To the queue")]
    [InlineData("/account/sessions", "To your credits")]
    [InlineData("/sign-in", "Go to the studio")]
    [InlineData("/register", "Go to the studio")]
    public async Task A_page_of_accounts_says_that_there_are_none_and_leads_back(string path, string back)
    {
        await using var studio = await system.OpenAsync();
        var page = studio.Page;
        await page.GotoAsync(path);

        await Expect(page.Locator("main")).ToContainTextAsync("local mode");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = back }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Uri(system.Address, path).ToString());
        studio.ShouldBeWithoutComplaint();
    }
}
