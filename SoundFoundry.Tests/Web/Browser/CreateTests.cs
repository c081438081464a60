using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class CreateTests(WholeSystem system)
{
    [Fact]
    public async Task An_example_and_Enter_are_all_it_takes_to_a_first_sound()
    {
        await using var studio = await system.OpenAsync();
        var example = studio.Form.GetByRole(AriaRole.Group, new() { Name = "Examples" }).GetByRole(AriaRole.Button).First;
        var prompt = (await example.TextContentAsync())!;

        await example.ClickAsync();
        await Expect(studio.Prompt).ToHaveValueAsync(prompt);
        await Expect(studio.Prompt).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("Enter");

        var track = studio.Track(prompt);
        await track.ReachesAsync("COMPLETE");
        await track.ClickAsync("Play");
        await studio.PlaysPastAsync(0.2);
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Shift_and_Enter_begin_a_new_line()
    {
        await using var studio = await system.OpenAsync();
        await studio.Prompt.FillAsync("First line");

        await studio.Prompt.PressAsync("Shift+Enter");
        await studio.Page.Keyboard.TypeAsync("second line");

        await Expect(studio.Prompt).ToHaveValueAsync("First line\nsecond line");
        await Expect(studio.Track("First line second line")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Tags_are_added_chosen_and_removed_by_the_keyboard_alone()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        var tags = studio.Form.GetByRole(AriaRole.Combobox, new() { Name = "Style tags" });
        var chips = studio.Form.Locator("sf-tags .chips bdi");

        await tags.PressSequentiallyAsync("slow,piano");
        await tags.PressAsync("Enter");
        await tags.PressSequentiallyAsync("bossa");
        await Expect(studio.Form.Locator("sf-tags").GetByRole(AriaRole.Option)).ToHaveTextAsync(["bossa nova"]);
        await tags.PressAsync("ArrowDown");
        await tags.PressAsync("Enter");
        await Expect(chips).ToHaveTextAsync(["slow", "piano", "bossa nova"]);
        await Expect(studio.Form.Locator("sf-tags [role=status]")).ToHaveTextAsync("bossa nova added");

        await tags.PressAsync("Backspace");
        await tags.PressSequentiallyAsync("Piano,");
        await Expect(chips).ToHaveTextAsync(["slow", "piano"]);
        await tags.PressAsync("Shift+Tab");
        await Expect(studio.Form.GetByRole(AriaRole.Button, new() { Name = "Remove piano" })).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("Enter");
        await Expect(chips).ToHaveTextAsync(["slow"]);
        await Expect(tags).ToBeFocusedAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task What_was_typed_under_custom_is_there_again_after_simple_and_after_a_reload()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Form.GetByLabel("Title").FillAsync("Kept");
        await studio.Form.GetByLabel("Style tags").FillAsync("slow,");

        await studio.Form.GetByRole(AriaRole.Radio, new() { Name = "Simple" }).CheckAsync();
        await Expect(studio.Form.GetByLabel("Title")).ToHaveCountAsync(0);
        await studio.Page.ReloadAsync();
        await studio.AliveAsync();
        await studio.CustomAsync();

        await Expect(studio.Form.GetByLabel("Title")).ToHaveValueAsync("Kept");
        await Expect(studio.Form.Locator("sf-tags .chips bdi")).ToHaveTextAsync(["slow"]);
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_settings_of_a_track_are_used_again_and_a_variation_draws_another_seed()
    {
        await using var studio = await system.OpenAsync();
        using var made = await system.Stack.Client.PostTrackAsync(new
        {
            prompt = "A tune to vary", title = "The model", tags = new[] { "slow" }, duration_s = 6, has_vocals = true, style_strength = 0.75, seed = 11,
        });
        var trackId = (await made.ReadAsync()).GetProperty("track_id").GetInt64();

        await studio.Page.GotoAsync($"/?from={trackId}");
        await studio.AliveAsync();
        await Expect(studio.Prompt).ToHaveValueAsync("A tune to vary");
        await Expect(studio.Form.GetByLabel("Length")).ToHaveValueAsync("6");
        await Expect(studio.Form.GetByLabel("Title")).ToHaveValueAsync("The model");
        await Expect(studio.Form.GetByRole(AriaRole.Radio, new() { Name = "Vocals" })).ToBeCheckedAsync();
        await Expect(studio.Form.Locator("sf-tags .chips bdi")).ToHaveTextAsync(["slow"]);
        await Expect(studio.Form.Locator("#seed")).ToHaveValueAsync("11");
        await Expect(studio.Page).ToHaveURLAsync(system.Address.ToString());

        await studio.Prompt.FillAsync("Changed by hand");
        await studio.Page.ReloadAsync();
        await studio.AliveAsync();
        await Expect(studio.Prompt).ToHaveValueAsync("Changed by hand");

        await studio.Track("The model").ReachesAsync("COMPLETE");
        await studio.Track("The model").ClickAsync("Variation of this");
        await Expect(studio.Prompt).ToHaveValueAsync("A tune to vary");
        await Expect(studio.Form.Locator("#seed")).ToHaveValueAsync("");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_track_that_is_gone_lends_no_settings_and_says_so()
    {
        await using var studio = await system.OpenAsync();

        await studio.Page.GotoAsync("/?from=987654321");
        await studio.AliveAsync();

        await Expect(studio.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("not there any more");
    }

    [Fact]
    public async Task The_price_is_told_before_the_click_and_follows_what_is_chosen()
    {
        await using var studio = await system.OpenAsync();
        await Expect(studio.Make).ToHaveTextAsync("Make music · 1 credit");
        await studio.CustomAsync();

        await studio.Form.GetByLabel("Length").FillAsync("61");
        await studio.Form.GetByRole(AriaRole.Radio, new() { Name = "2", Exact = true }).CheckAsync();
        await Expect(studio.Make).ToHaveTextAsync("Make music · 4 credits");

        await studio.Form.GetByLabel("Length").FillAsync("241");
        await studio.Prompt.FocusAsync();
        await Expect(studio.Make).ToHaveTextAsync("Make music");
        await Expect(studio.Form).ToContainTextAsync("Not like this yet");
        studio.ShouldBeWithoutComplaint();
    }
}
