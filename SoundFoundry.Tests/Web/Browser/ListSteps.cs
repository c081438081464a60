using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What a person does with the long lists of tracks: the library and playlists.</summary>
internal static class ListSteps
{
    /// <summary>Opens such a page, and returns when it answers to what is done on it.</summary>
    public static async Task GoToListAsync(this StudioPage studio, string path)
    {
        await studio.Page.GotoAsync(path);
        await Expect(studio.Page.GetByRole(AriaRole.Button, new() { Name = "Play all" })).ToBeEnabledAsync();
        await studio.Page.WaitForFunctionAsync("() => document.querySelector('sf-rows').ask !== undefined");
    }

    public static ILocator Rows(this StudioPage studio) => studio.Page.Locator("sf-rows li");

    public static ILocator Row(this StudioPage studio, string name) => studio.Rows()
        .Filter(new() { Has = studio.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }) });

    public static Task ShowsAsync(this StudioPage studio, params string[] names) =>
        Expect(studio.Page.Locator("sf-rows li a.name")).ToHaveTextAsync(names);

    public static Task TickAsync(this StudioPage studio, string name, params KeyboardModifier[] held) =>
        studio.Row(name).GetByRole(AriaRole.Checkbox).ClickAsync(new() { Modifiers = held });

    public static ILocator Toolbar(this StudioPage studio) => studio.Page.GetByRole(AriaRole.Toolbar);

    public static Task ClickAsync(this StudioPage studio, string button) =>
        studio.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
