using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class FormTests(WholeSystem system)
{
    [Theory]
    [InlineData("Describe the music", "   ")]
    [InlineData("Length", "many")]
    [InlineData("Length", "12,5")]
    [InlineData("Length", "4")]
    [InlineData("Length", "241")]
    [InlineData("Title", "a title of two hundred characters is the longest there may be, and this one goes on and on without an end, without "
        + "a point, without a reason, and so it will be refused by the service, whatever else is right about it, and so on")]
    [InlineData("Seed", "lucky")]
    [InlineData("Seed", "-1")]
    public async Task A_wrong_field_is_told_beside_it_and_keeps_what_was_typed(string label, string typed)
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Prompt.FillAsync("Rain on tin");
        if (label == "Seed") await studio.Page.GetByText("Fine tuning").ClickAsync();
        var field = studio.Form.GetByLabel(label);
        await field.FillAsync(typed);

        await studio.Make.ClickAsync();

        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync(typed);
        var id = await field.GetAttributeAsync("id");
        await Expect(studio.Page.Locator($"#{id}-error")).Not.ToBeEmptyAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Too_many_tags_are_told_beside_them_and_stay()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Prompt.FillAsync("Rain on tin");
        var tags = studio.Form.GetByLabel("Style tags");
        await tags.FillAsync(string.Join(",", Enumerable.Range(1, 21).Select(i => $"tag {i}")) + ",");

        await studio.Make.ClickAsync();

        await Expect(studio.Page.Locator("#tags-error")).ToContainTextAsync("At most 20.");
        await Expect(tags).ToBeFocusedAsync();
        await Expect(studio.Form.Locator(".chips li")).ToHaveCountAsync(21);
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_wrong_field_that_was_folded_away_is_unfolded()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Prompt.FillAsync("Rain on tin");
        await studio.Page.GetByText("Fine tuning").ClickAsync();
        await studio.Form.GetByLabel("Seed").FillAsync("lucky");
        await studio.Page.GetByText("Fine tuning").ClickAsync();

        await studio.Make.ClickAsync();

        await Expect(studio.Form.GetByLabel("Seed")).ToBeFocusedAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Two_thousand_characters_are_taken_and_one_more_is_not()
    {
        await using var studio = await system.OpenAsync();
        var prompt = string.Concat(Enumerable.Repeat("slow rain ", 200));

        await studio.Prompt.FillAsync(prompt + "x");
        await studio.Make.ClickAsync();
        await Expect(studio.Page.Locator("#prompt-error")).ToContainTextAsync("2,000");
        await Expect(studio.Prompt).ToHaveValueAsync(prompt + "x");

        await studio.Prompt.FillAsync(prompt[..^1] + "y");
        await studio.Make.ClickAsync();
        await Expect(studio.Tracks.First.GetByRole(AriaRole.Heading)).ToHaveAttributeAsync("title", prompt[..^1] + "y");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_pasted_book_is_refused_like_any_other_long_prompt()
    {
        await using var studio = await system.OpenAsync();
        await studio.Prompt.FillAsync(string.Concat(Enumerable.Repeat("книга ", 20_000)));

        await studio.Make.ClickAsync();

        await Expect(studio.Page.Locator("#prompt-error")).ToContainTextAsync("2,000");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_double_click_makes_one_track()
    {
        await using var studio = await system.OpenAsync();
        const string prompt = "one tune for two clicks";
        await studio.Prompt.FillAsync(prompt);
        await studio.Make.DblClickAsync();
        await Expect(studio.Track(prompt)).ToHaveCountAsync(1);
        await studio.Page.ReloadAsync();
        await studio.AliveAsync();
        await Expect(studio.Track(prompt)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task All_choices_reach_the_tracks_and_three_variations_are_three_tracks()
    {
        await using var studio = await system.OpenAsync();
        await studio.CustomAsync();
        await studio.Page.GetByRole(AriaRole.Radio, new() { Name = "Vocals" }).CheckAsync();
        await studio.Form.GetByLabel("Title").FillAsync("Tin roof");
        await studio.Form.GetByLabel("Style tags").FillAsync("slow, piano");
        await studio.Page.GetByRole(AriaRole.Radio, new() { Name = "3", Exact = true }).CheckAsync();
        await studio.Page.GetByText("Fine tuning").ClickAsync();
        await studio.Form.GetByLabel("Style strength").FillAsync("0.8");
        await studio.Form.GetByLabel("Seed").FillAsync("7");
        await studio.Prompt.FillAsync("Rain on tin");
        await studio.Form.GetByLabel("Length").FillAsync("6");

        await studio.Prompt.PressAsync("Control+Enter");

        await Expect(studio.Page.GetByRole(AriaRole.Heading, new() { Name = "Tin roof" })).ToHaveCountAsync(3);
        foreach (var place in Enumerable.Range(0, 3)) await studio.Tracks.Nth(place).ReachesAsync("COMPLETE");
        var made = await Stack.StackCalls.GetAsJsonAsync(system.Stack.Client, "/api/tracks?q=Tin%20roof");
        var tracks = made.GetProperty("tracks").EnumerateArray().ToList();
        tracks.Select(track => track.GetProperty("seed").GetInt64()).Order().ShouldBe([7, 8, 9]);
        tracks.ShouldAllBe(track => track.GetProperty("has_vocals").GetBoolean());
        tracks.ShouldAllBe(track => track.GetProperty("style_strength").GetDouble() == 0.8);
        tracks.ShouldAllBe(track => track.GetProperty("tags").ToString() == """["slow","piano"]""");
        studio.ShouldBeWithoutComplaint();
    }
}
