using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The forms of accounts and operators.</summary>
[Collection(nameof(DeskSystem))]
public sealed class AccountFieldTests(DeskSystem system)
{
    private static readonly string[] Credits = ["#credits-change", "5", "#credits-reason", "for a test"];
    private static readonly string[] Newcomer = ["#name", "Ada", "#email", "ada@music.test", "#password", AccountsStack.Password];

    private static readonly WrongField[] OfStrangers =
    [
        new("/sign-in", "#email", "nobody", "This is not an e-mail address.", "Das ist keine E-Mail-Adresse."),
        new("/sign-in", "#password", "", "Fill this in.", "Füll das aus.", "#email", "ada@music.test"),
        new("/sign-in", "#password", Long(129), "At most 128 characters.", "Höchstens 128 Zeichen.", "#email", "ada@music.test"),
        new("/register", "#name", Long(101), "At most 100 characters.", "Höchstens 100 Zeichen.", Newcomer),
        new("/register", "#email", AccountsStack.OwnersAddress, "Sign in instead.", "Melde dich damit an.", Newcomer),
        new("/register", "#password", "short", "at least 12 characters", "mindestens 12 Zeichen", Newcomer),
        new("/forgot-password", "#email", Long(260) + "@x.test", "At most 256 characters.", "Höchstens 256 Zeichen."),
    ];

    private static readonly WrongField[] OfOwners =
    [
        new("/account", "#name", "   ", "Must not be empty.", "Darf nicht leer sein."),
        new("/account", "#name", Long(100_000), "At most 100 characters.", "Höchstens 100 Zeichen."),
        new("/account", "#current", "not mine", "not your present password", "nicht dein jetziges Passwort", "#password", "another brown fox"),
        new("/account/keys", "#key-name", Long(101), "At most 100 characters.", "Höchstens 100 Zeichen."),
        new("/account/keys", "#key-end", "2020-01-01", "Must lie in the future.", "Muss in der Zukunft liegen.", "#key-name", "script"),
        new("/account/webhooks", "#webhook-url", "nonsense", "not a whole address", "keine vollständige Adresse"),
        new("/account/webhooks", "#webhook-url", "ftp://x.test", "Must be an absolute https address.", "Muss eine vollständige https-Adresse sein."),
        new("/account/webhooks", "#webhook-words", Long(201), "At most 200 characters.", "Höchstens 200 Zeichen.", "#webhook-url", "https://music.test/"),
        new("/operate/invitations", "#note", Long(201), "At most 200 characters.", "Höchstens 200 Zeichen."),
        new("/operate/users/1", "#credits-change", "1,5", "Give a whole number.", "Gib eine ganze Zahl an.", Credits),
        new("/operate/users/1", "#credits-change", "1e9", "Give a whole number.", "Gib eine ganze Zahl an.", Credits),
        new("/operate/users/1", "#credits-change", "0", "Must not be 0.", "Darf nicht 0 sein.", Credits),
        new("/operate/users/1", "#credits-reason", Long(501), "At most 500 characters.", "Höchstens 500 Zeichen.", Credits),
        new("/operate/users", "#q", Long(201), "At most 200 characters.", "Höchstens 200 Zeichen."),
        new("/operate/audit", "#actor", "99999999999999999999", "Must be a whole number", "ganze Zahl"),
    ];

    [Theory, InlineData("en"), InlineData("de")]
    public async Task A_stranger_is_told_beside_each_field_what_is_wrong(string language)
    {
        var page = await system.OpenAsync("/sign-in");
        await page.SpeakAsync(language);
        foreach (var wrong in OfStrangers) await page.TryAsync(wrong, language);
    }

    [Theory, InlineData("en"), InlineData("de")]
    public async Task An_owner_is_told_beside_each_field_what_is_wrong(string language)
    {
        var page = await system.OpenAsOwnerAsync("/account");
        await page.SpeakAsync(language);
        foreach (var wrong in OfOwners) await page.TryAsync(wrong, language);
    }

    [Fact]
    public async Task A_key_that_may_do_nothing_and_a_webhook_that_hears_nothing_are_refused_beside_their_boxes()
    {
        var page = await system.OpenAsOwnerAsync("/account/keys");
        foreach (var box in await page.Locator("[name='scopes[]']").AllAsync()) await box.UncheckAsync();
        await page.GetByLabel("What is it for?").FillAsync("nothing");
        await page.PressAsync("Make a key");
        await Expect(page.GetByText("Choose at least one.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Read tracks and jobs")).ToBeFocusedAsync();
        await page.GetByLabel("Make, change and delete tracks").CheckAsync();
        await Expect(page.GetByText("Choose at least one.")).ToHaveCountAsync(0);

        await page.GotoAsync("/account/webhooks");
        foreach (var box in await page.Locator("[name='events[]']").AllAsync()) await box.UncheckAsync();
        await page.GetByLabel("Address").FillAsync("https://music.test/");
        await page.PressAsync("Make a webhook");
        await Expect(page.GetByText("Choose at least one.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_of_a_mail_that_lost_its_end_is_called_so()
    {
        var page = await system.OpenAsync("/reset-password?email=ada%40music.test");
        await page.GetByLabel("New password").FillAsync(AccountsStack.Password);
        await page.PressAsync("Set password");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "not whole" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("New password")).ToHaveValueAsync(AccountsStack.Password);
    }

    [Fact]
    public async Task Half_of_a_character_is_kept_as_the_sign_for_an_unknown_one()
    {
        (await system.Accounts.RegisterAsync("halved@music.test")).Dispose();
        var page = await system.OpenAsync("halved@music.test", "/account");
        await page.GetByLabel("Your name").FillHalfAsync();
        await page.PressAsync("Save");
        await Expect(page.Locator(".visitor")).ToContainTextAsync("x\uFFFDy");
    }

    private static string Long(int length) => new('a', length);
}
