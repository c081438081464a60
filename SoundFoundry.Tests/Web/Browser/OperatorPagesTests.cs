using System.Net;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(DeskSystem))]
public sealed class OperatorPagesTests(DeskSystem system)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_finds_a_user_gives_credits_and_keeps_the_user_out()
    {
        using var user = await system.Accounts.RegisterAsync("found@music.test");
        var page = await system.OpenAsOwnerAsync("/operate/users");
        await page.GetByLabel("Name or address").FillAsync("found@");
        await page.PressAsync("Search");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("found@music.test");
        await page.GetByRole(AriaRole.Link, new() { Name = "Somebody" }).ClickAsync();

        await page.GetByLabel("How many more").FillAsync("-5");
        await page.GetByLabel("Why").FillAsync("too many by mistake");
        await page.PressAsync("Change the balance");
        await Expect(page.GetByRole(AriaRole.Alert)).Not.ToBeEmptyAsync();
        await Expect(page.GetByLabel("Why")).ToHaveValueAsync("too many by mistake");
        await page.GetByLabel("How many more").FillAsync("25");
        await page.PressAsync("Change the balance");
        await Expect(page.Locator("[data-fact=credits]")).ToHaveTextAsync("25");
        (await user.GetAsJsonAsync("/api/credits")).GetProperty("balance").GetInt64().ShouldBe(25);

        await page.PressAsync("Suspend");
        var question = page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("Suspend Somebody?");
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        (await user.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await page.PressAsync("Suspend");
        await question.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
        await Expect(page.GetByText("Suspended", new() { Exact = true })).ToBeVisibleAsync();
        (await user.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await page.GotoAsync("/operate/audit?act=user");
        await Expect(page.Locator("tr[data-act='user.suspended']").First).ToContainTextAsync("Suspended a user");
    }

    [Fact]
    public async Task An_invitation_is_made_shown_once_and_taken_back()
    {
        var page = await system.OpenAsOwnerAsync("/operate/invitations");
        await page.GetByLabel("For whom?").FillAsync("the neighbour");
        await page.PressAsync("Make a link");
        await Expect(page.Locator("[data-value]")).ToContainTextAsync("/register?token=");
        await page.GetByRole(AriaRole.Link, new() { Name = "Done" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "the neighbour" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_ordinary_user_sees_no_page_of_the_operators()
    {
        string[] paths =
        [
            "/operate", "/operate/queue", "/operate/workers", "/operate/providers", "/operate/users", "/operate/users/1", "/operate/invitations",
            "/operate/audit", "/queue",
        ];
        using var user = await system.Accounts.RegisterAsync("plain@music.test");
        var page = await system.OpenAsync("plain@music.test", "/account");
        foreach (var path in paths) (await page.GotoAsync(path))!.Status.ShouldBe(403, path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Operate" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_worker_and_the_providers_are_shown_as_they_stand()
    {
        var page = await system.OpenAsOwnerAsync("/operate/workers");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(["Alive"]);
        await page.GotoAsync("/operate/providers");
        await Expect(page.Locator("[data-provider=fal]")).ToContainTextAsync("Not set up");
    }
}
