using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class TrackPageTests(WholeSystem system)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_waveform_plays_from_where_it_is_told_by_keyboard()
    {
        var trackId = await MadeAsync("A tune to seek in", seconds: 20);
        await using var studio = await OpenAsync(trackId);
        var wave = studio.Page.GetByRole(AriaRole.Slider, new() { Name = "Position in A tune to seek in" });

        await wave.PressAsync("ArrowRight");
        await studio.PlaysPastAsync(5);
        await wave.PressAsync("ArrowRight");
        await studio.PlaysPastAsync(10);
        await Expect(wave).ToHaveAttributeAsync("aria-valuemax", "20");
        await wave.PressAsync("Home");
        await Expect(wave).ToHaveAttributeAsync("aria-valuenow", new Regex("^[0-4]$"));
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_track_is_renamed_favoured_deleted_and_brought_back_on_its_page()
    {
        var trackId = await MadeAsync("Page title at first");
        await using var studio = await OpenAsync(trackId);
        var page = studio.Page;

        await page.PressAsync("Rename");
        await page.GetByLabel("New title").FillAsync("Page title at last");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Page title at last");
        await page.PressAsync("Favourite");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Favourite" }).First).ToHaveAttributeAsync("aria-pressed", "true");

        await page.PressAsync("Delete");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Deleted");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such track");
        await page.PressAsync("Bring it back");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Page title at last");
    }

    [Fact]
    public async Task A_page_opened_before_its_track_is_made_shows_it_being_made_and_then_plays_it()
    {
        await system.Stack.StopWorkersAsync();
        var (trackId, _) = await system.Stack.Client.CreateTrackAsync("Watched from the start");
        await using var studio = await OpenAsync(trackId);
        var sheet = studio.Page.Locator("article.sheet");
        await sheet.ReachesAsync("QUEUED");
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeEnabledAsync();

        system.Stack.StartWorker();

        await sheet.ReachesAsync("COMPLETE");
        await Expect(sheet.Locator(".lines")).ToContainTextAsync("Complete");
        await Expect(sheet.GetByRole(AriaRole.Slider)).ToBeVisibleAsync();
        await sheet.ClickAsync("Play Watched from the start");
        await studio.PlaysPastAsync(0.2);
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task What_can_be_downloaded_is_what_its_name_says()
    {
        var trackId = await MadeAsync("A tune to take home");
        await using var studio = await OpenAsync(trackId);

        foreach (var (format, magic) in new[] { ("WAV", "RIFF"), ("MP3", "ID3"), ("FLAC", "fLaC"), ("OGG", "OggS") })
        {
            var link = studio.Page.GetByRole(AriaRole.Link, new() { Name = $"Download as {format}" });
            var download = await studio.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

            download.SuggestedFilename.ShouldBe($"A tune to take home.{format.ToLowerInvariant()}");
            await using var file = await download.CreateReadStreamAsync();
            var head = new byte[magic.Length];
            await file.ReadExactlyAsync(head, Cancelled);
            System.Text.Encoding.ASCII.GetString(head).ShouldBe(magic);
        }

        studio.ShouldBeWithoutComplaint();
    }

    private async Task<long> MadeAsync(string title, double seconds = 5)
    {
        var (trackId, jobId) = await system.Stack.Client.CreateTrackAsync(title, seconds);
        await system.Stack.Client.JobReachesAsync(jobId, "COMPLETE");
        return trackId;
    }

    private async Task<StudioPage> OpenAsync(long trackId)
    {
        var studio = await system.OpenAsync();
        await studio.Page.GotoAsync($"/tracks/{trackId}");
        return studio;
    }
}
