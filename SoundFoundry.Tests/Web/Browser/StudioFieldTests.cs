using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The fields of the studio's form, beyond what <see cref="FormTests"/> tries.</summary>
[Collection(nameof(WholeSystem))]
public sealed class StudioFieldTests(WholeSystem system)
{
    private static readonly (string Field, string Typed, string German)[] Wrong =
    [
        ("#prompt", "   ", "Darf nicht leer sein."),
        ("#prompt", new('a', 2_001), "Höchstens 2,000 Zeichen."),
        ("#duration_s", "12,5", "als Zahl wie 12.5"),
        ("#duration_s", "1e9", "Muss zwischen 5 und 240 liegen."),
        ("#title", new('a', 201), "Höchstens 200 Zeichen."),
        ("#seed", "-1", "Muss zwischen 0 und 4294967295 liegen."),
    ];

    [Fact]
    public async Task On_German_pages_the_service_speaks_German_too()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Page.SpeakAsync("de");
        foreach (var (selector, typed, german) in Wrong)
        {
            await studio.Page.ReloadAsync();
            await Expect(studio.Page.Locator("#prompt")).ToBeEnabledAsync();
            await studio.Page.EvaluateAsync("document.querySelector('#create details').open = true");
            var field = studio.Page.Locator(selector);
            var before = await field.InputValueAsync();
            if (selector != "#prompt") await studio.Page.Locator("#prompt").FillAsync("Regen auf Blech");
            await field.FillAsync(typed);
            await studio.Page.Locator("#create .primary").ClickAsync();
            await field.IsRefusedAsync(typed, german);
            await field.FillAsync(before);
            await field.BlurAsync();
        }

        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Half_of_a_character_is_kept_as_the_sign_for_an_unknown_one_and_the_page_lives()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Form.GetByLabel("Title").FillHalfAsync();
        await Expect(studio.Form.GetByLabel("Title")).ToHaveValueAsync("x\uFFFDy");
        await studio.Prompt.FillAsync("Half a title");
        await studio.Make.ClickAsync();
        await Expect(studio.Track("x\uFFFDy")).ToBeVisibleAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_book_that_was_cut_off_is_said_to_be_cut()
    {
        await using var studio = await system.OpenAsync();
        await studio.Prompt.FillAsync(new string('a', 100_000));
        await Expect(studio.Form.GetByText("Cut off here: 20,000 of 2,000 characters")).ToBeVisibleAsync();
    }

    [Theory, InlineData("zz"), InlineData("99999999999999999999"), InlineData("-1")]
    public async Task An_address_that_names_no_track_to_begin_with_says_so(string from)
    {
        await using var studio = await system.OpenAsync();
        await studio.Page.GotoAsync($"/?from={from}");
        await studio.AliveAsync();
        await Expect(studio.Page.GetByText("The track whose settings you wanted is not there any more.")).ToBeVisibleAsync();
        studio.ShouldBeWithoutComplaint();
    }
}
