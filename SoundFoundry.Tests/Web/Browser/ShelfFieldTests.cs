using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>The fields of the library, of playlists and of a track.</summary>
[Collection(nameof(WholeSystem))]
public sealed class ShelfFieldTests(WholeSystem system)
{
    private static readonly string TooLong = new('a', 201);

    [Theory]
    [InlineData("#search", 201, "At most 200 characters.")]
    [InlineData("input.tag", 51, "At most 50 characters.")]
    public async Task A_search_for_too_much_is_refused_beside_its_field(string selector, int length, string words)
    {
        await system.Stack.SeedAsync("sought", 1);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library");
        var field = studio.Page.Locator(selector);
        await SearchAsync(TooLong[..length]);
        await field.IsRefusedAsync(TooLong[..length], words);
        await SearchAsync("sought");
        await Expect(studio.Page.GetByText(words)).ToHaveCountAsync(0);
        await SearchAsync(TooLong[..length]);
        await field.IsRefusedAsync(TooLong[..length], words);

        await studio.Page.ReloadAsync();
        await Expect(field).ToHaveValueAsync(TooLong[..length]);
        await Expect(studio.Page.GetByText(words)).ToBeVisibleAsync();
        studio.ShouldBeWithoutComplaint();

        async Task SearchAsync(string text)
        {
            await field.FillAsync(text);
            await field.PressAsync("Enter");
        }
    }

    [Fact]
    public async Task A_title_that_is_too_long_stays_in_its_row_and_on_its_page_with_the_reason()
    {
        const string name = "Retitled in vain";
        var (_, job) = await system.Stack.Client.CreateTrackAsync(name);
        await system.Stack.Client.JobReachesAsync(job, "COMPLETE");
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?q=Retitled");
        await studio.Row(name).GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await studio.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Rename" }).ClickAsync();
        await TryNamesAsync(studio.Page.GetByLabel("New title"), "At most 200 characters.");
        await studio.Page.Keyboard.PressAsync("Escape");
        await studio.ShowsAsync(name);

        await studio.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await studio.ClickAsync("Rename");
        await TryNamesAsync(studio.Page.GetByLabel("New title"), "At most 200 characters.");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_playlist_takes_no_name_that_is_empty_or_too_long()
    {
        await using var studio = await system.OpenAsync();
        await studio.Page.GotoAsync("/playlists");
        await Expect(studio.Page.GetByRole(AriaRole.Button, new() { Name = "Make playlist" })).ToBeEnabledAsync();
        await TryNamesAsync(studio.Page.GetByLabel("New playlist"), "At most 100 characters.");

        await system.Stack.SeedAsync("named", 1);
        var ids = (await system.Stack.Client.GetAsJsonAsync("/api/tracks/ids?tag=named")).GetProperty("ids");
        var made = await (await system.Stack.Client.PostJsonAsync("/api/playlists", new { name = "Nameless", track_ids = ids })).ReadAsync();
        await studio.GoToListAsync($"/playlists/{made.GetProperty("id").GetInt64()}");
        await studio.ClickAsync("Rename");
        await TryNamesAsync(studio.Page.GetByLabel("New title"), "At most 100 characters.");
        await TryAsync(studio.Page.GetByLabel("New title"), "   ", "Give it a name first.");
        studio.ShouldBeWithoutComplaint();
    }

    private static async Task TryNamesAsync(ILocator field, string tooLong)
    {
        await TryAsync(field, TooLong, tooLong);
        await TryAsync(field, "a\0b", "Must not contain a NUL character.");
    }

    private static async Task TryAsync(ILocator field, string typed, string words)
    {
        await field.FillAsync(typed);
        await field.PressAsync("Enter");
        await field.IsRefusedAsync(typed, words);
    }
}
