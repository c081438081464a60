using Microsoft.Playwright;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

public sealed class PoorUserTests(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime
{
    private readonly AccountsSystem _system = new(postgres, chromium);

    public async ValueTask InitializeAsync()
    {
        _system.Accounts.Settings["Credits:Welcome"] = "2";
        await _system.InitializeAsync();
    }

    [Fact]
    public async Task Who_has_too_few_credits_is_told_how_many_more_before_the_click_and_refused_in_words_after_it()
    {
        using var browser = await _system.Accounts.RegisterAsync("poor@music.test");
        var page = await _system.OpenAsync("/sign-in");
        await AccountsSystem.SignInAsync(page, "poor@music.test", AccountsStack.Password);
        var form = page.Locator("#create");
        await Expect(form).ToContainTextAsync("You have 2 credits.");
        await form.GetByRole(AriaRole.Radio, new() { Name = "Custom" }).CheckAsync();

        await form.GetByRole(AriaRole.Radio, new() { Name = "3", Exact = true }).CheckAsync();
        await Expect(form).ToContainTextAsync("1 more is needed.");

        await form.GetByLabel("Describe the music").FillAsync("More than I can pay");
        await form.GetByRole(AriaRole.Button, new() { Name = "Make music" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was charged.");
        await Expect(form.GetByLabel("Describe the music")).ToHaveValueAsync("More than I can pay");
        await page.Context.DisposeAsync();
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();
}
