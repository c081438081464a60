using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class LibraryPageTests(WholeSystem system)
{
    [Fact]
    public async Task What_is_searched_for_stands_in_the_address_and_the_way_back_leads_to_the_rest()
    {
        await system.Stack.SeedAsync("searched", 3);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=searched");
        await studio.ShowsAsync("searched 00003", "searched 00002", "searched 00001");

        await studio.Page.GetByLabel("Search your tracks").FillAsync("00002");
        await studio.ShowsAsync("searched 00002");
        await Expect(studio.Page).ToHaveURLAsync(new Regex("[?&]q=00002"));
        await studio.Page.ReloadAsync();
        await studio.ShowsAsync("searched 00002");
        await Expect(studio.Page.GetByLabel("Search your tracks")).ToHaveValueAsync("00002");

        await studio.Page.GoBackAsync();
        await studio.ShowsAsync("searched 00003", "searched 00002", "searched 00001");
        await Expect(studio.Page.GetByLabel("Search your tracks")).ToHaveValueAsync("");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Filters_and_order_hold_together_and_over_a_reload()
    {
        await system.Stack.SeedAsync("sifted", 3);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=sifted&sort=longest");
        await studio.ShowsAsync("sifted 00003", "sifted 00002", "sifted 00001");

        await studio.Page.GetByLabel("Order").SelectOptionAsync("shortest");
        await studio.ShowsAsync("sifted 00001", "sifted 00002", "sifted 00003");
        await studio.Row("sifted 00002").GetByRole(AriaRole.Button, new() { Name = "Favourite" }).ClickAsync();
        await Expect(studio.Row("sifted 00002").GetByRole(AriaRole.Button, new() { Name = "Favourite" })).ToHaveAttributeAsync("aria-pressed", "true");
        await studio.ClickAsync("Favourites");
        await studio.ShowsAsync("sifted 00002");

        await studio.Page.ReloadAsync();
        await studio.ShowsAsync("sifted 00002");
        await studio.GoToListAsync(studio.Page.Url);
        await studio.Page.GetByLabel("Vocals").SelectOptionAsync("Vocals");
        await Expect(studio.Page.GetByText("Nothing is like that")).ToBeVisibleAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_track_is_renamed_where_it_stands_and_escape_keeps_its_name()
    {
        await system.Stack.SeedAsync("renamed", 1);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=renamed");

        await BeginRenamingAsync(studio, "renamed 00001");
        await studio.Page.GetByLabel("New title").FillAsync("not this");
        await studio.Page.Keyboard.PressAsync("Escape");
        await studio.ShowsAsync("renamed 00001");

        await BeginRenamingAsync(studio, "renamed 00001");
        await studio.Page.GetByLabel("New title").FillAsync("A better name");
        await studio.Page.Keyboard.PressAsync("Enter");
        await studio.ShowsAsync("A better name");
        await studio.Page.ReloadAsync();
        await studio.ShowsAsync("A better name");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Many_are_chosen_deleted_at_once_and_brought_back()
    {
        await system.Stack.SeedAsync("chosen", 5);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=chosen");

        await studio.TickAsync("chosen 00004");
        await studio.TickAsync("chosen 00002", KeyboardModifier.Shift);
        await Expect(studio.Toolbar()).ToContainTextAsync("3 selected");
        await studio.Toolbar().GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(studio.Page.GetByText("3 tracks deleted.")).ToBeVisibleAsync();
        await studio.ShowsAsync("chosen 00005", "chosen 00001");

        await studio.ClickAsync("Undo");
        await studio.ShowsAsync("chosen 00005", "chosen 00004", "chosen 00003", "chosen 00002", "chosen 00001");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Control_Z_takes_a_deletion_back_but_not_while_something_is_typed()
    {
        await system.Stack.SeedAsync("regretted", 3);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=regretted");
        await studio.TickAsync("regretted 00002");
        await studio.Page.Keyboard.PressAsync("Delete");
        await studio.ShowsAsync("regretted 00003", "regretted 00001");

        await studio.Page.GetByLabel("Search your tracks").PressAsync("Control+z");
        await studio.ShowsAsync("regretted 00003", "regretted 00001");
        await Expect(studio.Page.GetByText("1 track deleted.")).ToBeVisibleAsync();
        await studio.Page.GetByRole(AriaRole.Button, new() { Name = "Play all" }).PressAsync("Control+z");

        await studio.ShowsAsync("regretted 00003", "regretted 00002", "regretted 00001");
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task What_is_played_before_the_page_lives_goes_on_beyond_the_first_screen()
    {
        await system.Stack.SeedAsync("queued", 40);

        using var http = new HttpClient { BaseAddress = system.Address };
        var html = await http.GetStringAsync("/library?tag=queued", TestContext.Current.CancellationToken);

        Regex.Match(html, "<sf-queue ids=\"([0-9,]+)").Groups[1].Value.Split(',').Length.ShouldBe(40);
    }

    [Fact]
    public async Task What_is_made_elsewhere_appears_on_top_and_becomes_playable_by_itself()
    {
        await using var studio = await system.OpenAsync();
        await system.Stack.SeedAsync("older", 1);
        await studio.GoToListAsync("/library");

        await system.Stack.Client.CreateTrackAsync("made by a program");

        var row = studio.Row("made by a program").First;
        await Expect(row).ToHaveAttributeAsync("aria-posinset", "1");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Play made by a program" })).ToBeVisibleAsync();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Ten_thousand_tracks_are_scrolled_to_the_end_and_chosen_with_two_keys()
    {
        await system.Stack.SeedAsync("countless", 10_000);
        await using var studio = await system.OpenAsync();
        await studio.GoToListAsync("/library?tag=countless&sort=oldest");
        await Expect(studio.Page.GetByText("10,000 tracks")).ToBeVisibleAsync();

        await studio.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Expect(studio.Row("countless 10000")).ToBeInViewportAsync();
        (await studio.Rows().CountAsync()).ShouldBeLessThan(100);
        await studio.TickAsync("countless 10000");
        await Expect(studio.Toolbar()).ToContainTextAsync("1 selected");
        await studio.Page.Keyboard.PressAsync("Control+a");
        await Expect(studio.Toolbar()).ToContainTextAsync("10000 selected");

        await system.Stack.ForgetAsync("countless");
        studio.ShouldBeWithoutComplaint();
    }

    private static async Task BeginRenamingAsync(StudioPage studio, string name)
    {
        await studio.Row(name).GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await studio.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Rename" }).ClickAsync();
    }
}
