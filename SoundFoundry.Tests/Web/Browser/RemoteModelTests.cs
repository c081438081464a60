using Microsoft.Playwright;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The page where real models are set up, which can do different things and can fail.</summary>
public sealed class RemoteModelTests(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime
{
    private readonly SimulatedProviders _providers = new(postgres, "fal");
    private WebServer? _web;

    public async ValueTask InitializeAsync()
    {
        await _providers.InitializeAsync();
        _web = await WebServer.StartAsync(_providers.Stack.Address, CancellationToken.None);
    }

    [Fact]
    public async Task The_form_follows_the_chosen_model_and_says_why_something_is_closed()
    {
        await using var studio = await OpenAsync();
        await studio.CustomAsync();
        var model = studio.Form.GetByLabel("Made by");

        await model.SelectOptionAsync("fal/stable-audio-25");
        await Expect(studio.Form.GetByRole(AriaRole.Radio, new() { Name = "Vocals" })).ToBeDisabledAsync();
        await Expect(studio.Form).ToContainTextAsync("stable-audio-25 makes instrumental music only.");
        await Expect(studio.Form).ToContainTextAsync("Seconds, 5 to 190");
        await Expect(studio.Make).ToHaveTextAsync("Make music · 20 credits");

        await model.SelectOptionAsync("fal/minimax-music-v2");
        await Expect(studio.Form.GetByRole(AriaRole.Radio, new() { Name = "Instrumental" })).ToBeDisabledAsync();
        await Expect(studio.Form.GetByLabel("Length")).ToBeDisabledAsync();
        await Expect(studio.Form).ToContainTextAsync("minimax-music-v2 decides the length itself.");

        await studio.Prompt.FillAsync("A song about the sea");
        await studio.Make.ClickAsync();
        await Expect(studio.Form.GetByLabel("Lyrics")).ToBeFocusedAsync();
        await Expect(studio.Page.Locator("#lyrics-error")).ToContainTextAsync("needs lyrics");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Parts_are_put_into_the_lyrics_where_the_writing_is()
    {
        await using var studio = await OpenAsync();
        await studio.CustomAsync();
        await studio.Form.GetByRole(AriaRole.Radio, new() { Name = "Vocals" }).CheckAsync();
        var lyrics = studio.Form.GetByLabel("Lyrics");

        await studio.Form.GetByRole(AriaRole.Button, new() { Name = "[Verse]" }).ClickAsync();
        await studio.Page.Keyboard.TypeAsync("Slow rain");
        await studio.Form.GetByRole(AriaRole.Button, new() { Name = "[Chorus]" }).ClickAsync();
        await studio.Page.Keyboard.TypeAsync("On tin");

        await Expect(lyrics).ToHaveValueAsync("[Verse]\nSlow rain\n\n[Chorus]\nOn tin");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_failure_says_what_happened_what_it_cost_and_what_to_do_and_can_be_tried_again()
    {
        await _providers.Control.SetFaultAsync("fal", "content_policy");
        await using var studio = await OpenAsync();

        await studio.Prompt.FillAsync("Something refused");
        await studio.Prompt.PressAsync("Enter");
        var track = studio.Track("Something refused");
        await track.ReachesAsync("FAILED");
        await Expect(track).ToContainTextAsync("refused it for its content");
        await Expect(track).ToContainTextAsync("You were not charged.");
        await Expect(track).ToContainTextAsync("Say it in other words");

        await _providers.BeginAfreshAsync();
        await track.ClickAsync("Try again");
        await track.ReachesAsync("COMPLETE");
        studio.ShouldBeWithoutComplaint();
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        await _providers.DisposeAsync();
    }

    private async Task<StudioPage> OpenAsync() => await StudioPage.OpenAsync(await chromium.BrowserAsync(), _web!.Address);
}
