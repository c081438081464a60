using Microsoft.Playwright;

namespace SoundFoundry.Tests.Web.Browser;

internal static class PageSteps
{
    /// <summary>Presses the button of exactly this name.</summary>
    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
