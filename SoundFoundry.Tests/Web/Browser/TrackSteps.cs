using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What a person does with one track of the list.</summary>
internal static class TrackSteps
{
    public static Task ReachesAsync(this ILocator track, string status) =>
        Expect(track).ToHaveAttributeAsync("data-status", status);

    public static Task ClickAsync(this ILocator track, string name) =>
        track.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
