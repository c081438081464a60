using System.Net;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What a page hands to its circuit goes through one message of bounded size; beyond it the page would show, and answer nothing.</summary>
[Collection(nameof(WholeSystem))]
public sealed class LongTextTests(WholeSystem system)
{
    private const int Tracks = 20;

    [Fact]
    public async Task Pages_of_tracks_with_the_longest_texts_of_any_alphabet_live()
    {
        var prompt = new string('ж', 2_000);
        var tags = Enumerable.Range(10, 20).Select(number => new string('я', 48) + number);
        var trackId = 0L;
        for (var made = 0; made < Tracks; made++)
        {
            using var answer = await system.Stack.Client.PostTrackAsync(new { prompt = prompt[..^2] + (made + 10), tags, duration_s = 5 });
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            trackId = (await answer.ReadAsync()).GetProperty("track_id").GetInt64();
        }

        await using var studio = await system.OpenAsync();
        await studio.Page.GotoAsync($"/?from={trackId}");
        await studio.AliveAsync();
        await studio.GoToListAsync("/library");
        await studio.Rows().First.GetByRole(AriaRole.Checkbox).ClickAsync();
        await Expect(studio.Toolbar()).ToContainTextAsync("1 selected");
    }
}
