using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class PlaylistPageTests(WholeSystem system)
{
    [Fact]
    public async Task Chosen_tracks_go_into_a_new_playlist_and_what_is_taken_out_can_be_put_back()
    {
        await system.Stack.SeedAsync("gathered", 3);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=gathered&sort=oldest");
        await studio.TickAsync("gathered 00001");
        await studio.TickAsync("gathered 00003", KeyboardModifier.Shift);
        await studio.Toolbar().GetByRole(AriaRole.Button, new() { Name = "Add to playlist" }).ClickAsync();
        await studio.Page.GetByLabel("New playlist").FillAsync("Gathered evening");
        await studio.ClickAsync("Make playlist");
        await Expect(studio.Page.GetByText("3 tracks are in “Gathered evening” now.")).ToBeAttachedAsync();

        await studio.Page.GotoAsync("/playlists");
        await studio.Page.GetByRole(AriaRole.Link, new() { Name = "Gathered evening" }).ClickAsync();
        await studio.ShowsAsync("gathered 00001", "gathered 00002", "gathered 00003");
        await studio.GoToListAsync(studio.Page.Url);
        await studio.ClickAsync("Take gathered 00002 out");
        await studio.ShowsAsync("gathered 00001", "gathered 00003");
        await studio.ClickAsync("Undo");
        await studio.ShowsAsync("gathered 00001", "gathered 00002", "gathered 00003");

        await studio.ClickAsync("Take gathered 00001 out");
        await studio.ShowsAsync("gathered 00002", "gathered 00003");
        await studio.Page.Keyboard.PressAsync("Control+z");
        await studio.ShowsAsync("gathered 00001", "gathered 00002", "gathered 00003");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_order_is_changed_by_keys_told_aloud_and_kept_over_a_reload()
    {
        await using var studio = await OpenAsync("keyed", 4);

        var grip = studio.Page.GetByRole(AriaRole.Button, new() { Name = "Move keyed 00001" });
        await grip.PressAsync("Space");
        await Expect(studio.Page.GetByText("keyed 00001 is taken. Place 1 of 4.")).ToBeAttachedAsync();
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(studio.Page.GetByText("keyed 00001: place 3 of 4.")).ToBeAttachedAsync();
        await Expect(grip).ToBeFocusedAsync();
        await studio.Page.Keyboard.PressAsync("Space");
        await Expect(studio.Page.GetByText("keyed 00001 is at place 3 of 4 now.")).ToBeAttachedAsync();
        await studio.ShowsAsync("keyed 00002", "keyed 00003", "keyed 00001", "keyed 00004");

        await studio.Page.ReloadAsync();
        await studio.ShowsAsync("keyed 00002", "keyed 00003", "keyed 00001", "keyed 00004");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Escape_puts_a_taken_track_back_where_it_was()
    {
        await using var studio = await OpenAsync("returned", 3);

        await studio.Page.GetByRole(AriaRole.Button, new() { Name = "Move returned 00001" }).PressAsync("Space");
        await studio.Page.Keyboard.PressAsync("End");
        await studio.ShowsAsync("returned 00002", "returned 00003", "returned 00001");
        await studio.Page.Keyboard.PressAsync("Escape");

        await Expect(studio.Page.GetByText("returned 00001 is back at place 1 of 3.")).ToBeAttachedAsync();
        await studio.ShowsAsync("returned 00001", "returned 00002", "returned 00003");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_track_is_dragged_to_another_place_and_stays_there()
    {
        await using var studio = await OpenAsync("dragged", 4);
        var from = (await studio.Page.GetByRole(AriaRole.Button, new() { Name = "Move dragged 00004" }).BoundingBoxAsync())!;
        var to = (await studio.Row("dragged 00002").BoundingBoxAsync())!;

        await studio.Page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await studio.Page.Mouse.DownAsync();
        await studio.Page.Mouse.MoveAsync(from.X + from.Width / 2, to.Y + 4, new() { Steps = 8 });
        await studio.Page.Mouse.UpAsync();

        await studio.ShowsAsync("dragged 00001", "dragged 00004", "dragged 00002", "dragged 00003");
        await Expect(studio.Page.GetByText("dragged 00004 is at place 2 of 4 now.")).ToBeAttachedAsync();
        await studio.Page.ReloadAsync();
        await studio.ShowsAsync("dragged 00001", "dragged 00004", "dragged 00002", "dragged 00003");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_playlist_is_renamed_deleted_and_taken_back()
    {
        await using var studio = await OpenAsync("kept", 1);
        await studio.ClickAsync("Rename");
        await studio.Page.GetByLabel("New title").FillAsync("Kept for long");
        await studio.Page.Keyboard.PressAsync("Enter");
        await Expect(studio.Page.GetByRole(AriaRole.Heading, new() { Name = "Kept for long" })).ToBeVisibleAsync();

        await studio.ClickAsync("Delete playlist");
        await studio.ClickAsync("Undo");
        await Expect(studio.Page.GetByRole(AriaRole.Heading, new() { Name = "Kept for long" })).ToBeVisibleAsync();
        await studio.ShowsAsync("kept 00001");
        studio.ShouldBeWithoutComplaint();
    }

    private async Task<StudioPage> OpenAsync(string tag, int count)
    {
        await system.Stack.SeedAsync(tag, count);
        var ids = (await system.Stack.Client.GetAsJsonAsync($"/api/tracks/ids?tag={tag}&sort=oldest")).GetProperty("ids")
            .EnumerateArray().Select(id => id.GetInt64()).ToList();
        var made = await (await system.Stack.Client.PostJsonAsync("/api/playlists", new { name = tag, track_ids = ids })).ReadAsync();
        var studio = await system.OpenAsync();
        await studio.GoToListAsync($"/playlists/{made.GetProperty("id").GetInt64()}");
        return studio;
    }
}
