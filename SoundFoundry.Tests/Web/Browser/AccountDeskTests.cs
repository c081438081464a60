using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Worker.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(DeskSystem))]
public sealed class AccountDeskTests(DeskSystem system)
{
    [Fact]
    public async Task The_ledger_shows_what_a_track_set_aside_and_how_it_was_settled()
    {
        using var user = await system.Accounts.RegisterAsync("ledger@music.test", credits: 1200);
        var (track, job) = await user.CreateTrackAsync();
        await user.JobReachesAsync(job, "COMPLETE");

        var page = await system.OpenAsync("ledger@music.test", "/account/credits");
        await Expect(page.Locator("[data-fact=balance]")).ToHaveTextAsync("1,198 credits");
        await Expect(page.Locator("[data-fact=held]")).ToHaveTextAsync("0 credits");
        var rows = page.Locator("tbody tr");
        await Expect(rows).ToContainTextAsync(
            ["Made, for what was set aside", "Set aside to make a track", "Given by the operator: for a test"], new() { UseInnerText = true });
        await Expect(rows.Nth(1)).ToContainTextAsync("−2");
        await Expect(rows.Nth(0).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"/tracks/{track}");
    }

    [Fact]
    public async Task A_webhook_is_made_shows_its_secret_once_and_tells_of_its_test()
    {
        await using var receiver = await Receiver.StartAsync();
        using var user = await system.Accounts.RegisterAsync("hooked@music.test");
        var page = await system.OpenAsync("hooked@music.test", "/account/webhooks");
        await page.GetByLabel("Address").FillAsync(receiver.Url);
        await page.GetByLabel("What is it for?").FillAsync("my bot");
        await page.PressAsync("Make a webhook");
        await Expect(page.Locator("[data-value]")).ToContainTextAsync("whsec_");
        var secret = await page.Locator("[data-value]").InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Done" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "my bot" }).ClickAsync();
        (await page.ContentAsync()).ShouldNotContain(secret);
        await page.PressAsync("Send a test");
        var row = page.Locator("tbody tr");
        await Expect(row).ToContainTextAsync("Test");
        await Expect(row).ToContainTextAsync("Delivered");
        await Expect(row).ToContainTextAsync("204");
        (await receiver.UntilAsync(1)).Count.ShouldBe(1);
        await page.PressAsync("Send again");
        (await receiver.UntilAsync(2)).Select(hook => hook.Headers["webhook-id"]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_beside_its_field_and_stays()
    {
        using var user = await system.Accounts.RegisterAsync("mistyped@music.test");
        var page = await system.OpenAsync("mistyped@music.test", "/account/webhooks");
        var address = page.GetByLabel("Address");
        await page.PressAsync("Make a webhook");
        await Expect(page.Locator("#webhook-url-error")).Not.ToBeEmptyAsync();
        await address.FillAsync("https://10.0.0.1/hook");
        await Expect(page.Locator("#webhook-url-error")).ToHaveCountAsync(0);
        await page.PressAsync("Make a webhook");
        await Expect(page.Locator("#webhook-url-error")).ToContainTextAsync("does not lead to a public address");
        await Expect(address).ToHaveValueAsync("https://10.0.0.1/hook");
        await Expect(address).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_chosen_theme_is_kept_over_a_reload()
    {
        using var user = await system.Accounts.RegisterAsync("dark@music.test");
        var page = await system.OpenAsync("dark@music.test", "/account/appearance");
        await page.GetByLabel("Light or dark").SelectOptionAsync("dark");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.GetByLabel("Light or dark")).ToHaveValueAsync("dark");
    }

    [Fact]
    public async Task A_chosen_language_is_spoken_by_pages_and_by_what_is_live_on_them()
    {
        var page = await system.OpenAsOwnerAsync("/account/appearance");
        await page.GetByLabel("The pages speak").SelectOptionAsync("de");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Aussehen" })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");

        await page.GotoAsync("/operate/queue");
        await page.PressAsync("Anhalten");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Die Warteschlange steht" })).ToBeVisibleAsync();
        await page.PressAsync("Weiter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Die Warteschlange läuft" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Saving_ones_name_draws_the_page_anew_without_leaving_it()
    {
        using var user = await system.Accounts.RegisterAsync("renamed@music.test");
        var page = await system.OpenAsync("renamed@music.test", "/account");
        await page.EvaluateAsync("window.stayed = true");
        await page.GetByLabel("Your name").FillAsync("Grace");
        await page.PressAsync("Save");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Saved." })).ToBeVisibleAsync();
        await Expect(page.Locator(".visitor")).ToContainTextAsync("Grace");
        (await page.EvaluateAsync<bool>("window.stayed")).ShouldBeTrue();
    }
}
