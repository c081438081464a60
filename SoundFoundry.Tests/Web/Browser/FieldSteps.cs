using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

internal static class FieldSteps
{
    /// <summary>From the next page on.</summary>
    public static Task SpeakAsync(this IPage page, string language) => page.Context.AddCookiesAsync(
        [new() { Name = "language", Value = Uri.EscapeDataString($"c=|uic={language}"), Url = page.Url }]);

    /// <summary>Opens the page, fills in what has to be right and then what is not, presses Enter, and reads what is said.</summary>
    public static async Task TryAsync(this IPage page, WrongField wrong, string language)
    {
        await page.GotoAsync(wrong.Page);
        foreach (var pair in wrong.Beside.Chunk(2)) await page.Locator(pair[0]).FillAsync(pair[1]);
        await page.Locator(wrong.Field).FillAsync(wrong.Typed);
        await page.Locator(wrong.Field).PressAsync("Enter");
        await page.Locator(wrong.Field).IsRefusedAsync(wrong.Typed, wrong.Words(language));
    }

    /// <summary>What was typed stands there still, with the cursor in it, and what is wrong with it is told to those who see it and those who don't.</summary>
    public static async Task IsRefusedAsync(this ILocator field, string typed, string words)
    {
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(words)));
        await Expect(field.Page.GetByText(words).First).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync(typed);
        await Expect(field).ToBeFocusedAsync();
    }

    /// <summary>Puts half of a character between two letters, as a broken paste does.</summary>
    public static Task FillHalfAsync(this ILocator field) => field.EvaluateAsync("""
        field => {
          field.focus();
          field.value = `x${String.fromCharCode(0xd83d)}y`;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
        """);
}
