using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(PlayerSystem))]
public sealed class PlayerQueueTests(PlayerSystem system)
{
    [Fact]
    public async Task The_list_a_track_was_played_from_goes_on_and_back_and_by_itself()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "Two");

        await page.ClickAsync("Next track");
        await page.PlaysAsync("Three");
        await page.ClickAsync("Previous track");
        await page.PlaysAsync("Two");
        await page.DoAsync("seek(19.5)");
        await page.PlaysAsync("Three");
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_end_of_the_list_is_silence_or_the_beginning_and_one_track_can_be_all_there_is()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks.Take(2), "Two");
        await Expect(page.Button("Next track")).ToHaveAttributeAsync("aria-disabled", "true");
        await page.DoAsync("seek(19.5)");
        await page.IsPausedAsync();

        await page.ClickAsync("Repeat: off");
        await page.ClickAsync("Next track");
        await page.PlaysAsync("One");

        await page.ClickAsync("Repeat: all");
        await page.Page.EvaluateAsync("document.querySelector('sf-player audio').addEventListener('ended', () => window.over = true)");
        await page.DoAsync("seek(19.5)");
        await page.Page.WaitForFunctionAsync("() => window.over");
        await page.PlaysAsync("One");
        await Expect(page.Button("Repeat: this track")).ToHaveAttributeAsync("aria-pressed", "true");
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_whole_list_is_played_from_its_first_track_or_mixed_with_the_players_shuffle_on()
    {
        await using var page = await system.OpenAsync();
        var ids = system.Tracks.Select(track => track.Id).ToArray();

        await page.DoAsync($"playAll([{string.Join(',', ids)}])");
        await page.PlaysAsync("One");
        (await page.OrderAsync()).ShouldBe(string.Join(',', ids));

        await page.DoAsync($"playAll([{string.Join(',', ids)}], {{ shuffled: true }})");
        await Expect(page.Button("Shuffle")).ToHaveAttributeAsync("aria-pressed", "true");
        (await page.OrderAsync()).Split(',').ShouldBe(ids.Select(id => $"{id}"), ignoreOrder: true);
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Shuffled_every_track_comes_once_and_unshuffled_the_list_is_as_it_was()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "Three");
        var asListed = await page.OrderAsync();

        await page.ClickAsync("Shuffle");
        var shuffled = (await page.OrderAsync()).Split(',');
        shuffled[0].ShouldBe($"{system.Tracks[2].Id}");
        shuffled.ShouldBe(asListed.Split(','), ignoreOrder: true);

        await page.ClickAsync("Shuffle");
        (await page.OrderAsync()).ShouldBe(asListed);
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_track_deleted_from_the_library_leaves_the_queue_and_gives_way_if_it_plays()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks.Take(3), "One");
        await GoneAsync(page, system.Tracks[1].Id);
        (await page.OrderAsync()).ShouldBe($"{system.Tracks[0].Id},{system.Tracks[2].Id}");

        await GoneAsync(page, system.Tracks[0].Id);
        await page.PlaysAsync("Three");
        await GoneAsync(page, system.Tracks[2].Id);
        await Expect(page.Player).ToBeHiddenAsync();
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task The_open_queue_is_played_from_reordered_by_keys_and_by_hand_and_thinned()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks.Take(4), "One");
        await page.ClickAsync("Queue");
        await page.RowsAreAsync("One", "Two", "Three", "Four");

        await page.Button("Move Four (arrow keys)").PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.RowsAreAsync("One", "Four", "Two", "Three");
        await Expect(page.Button("Move Four (arrow keys)")).ToBeFocusedAsync();

        await page.Button("Move Three (arrow keys)").DragToAsync(page.Button("Move One (arrow keys)"));
        await page.RowsAreAsync("Three", "One", "Four", "Two");

        await page.ClickAsync("Remove Four");
        await page.RowsAreAsync("Three", "One", "Two");
        await page.Rows.Nth(2).Locator("[data-jump]").ClickAsync();
        await page.PlaysAsync("Two");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("Queue")).ToBeFocusedAsync();
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task Of_ten_thousand_tracks_only_those_in_sight_are_drawn_and_asked_for()
    {
        await using var page = await system.OpenAsync();
        await page.PlayAsync(system.Tracks, "One");
        await page.DoAsync("""
            tracks.look = async function (ids) {
              window.looked = ids.length;
              for (const id of ids) this.tell({ id, name: id, looked: true });
              return [];
            }
            """);
        await page.Page.EvaluateAsync("""
            (() => {
              const player = document.querySelector("sf-player");
              player.play(player.track, [...player.order.list, ...Array.from({ length: 10000 }, (_, i) => String(1000000 + i))]);
            })()
            """);

        await page.ClickAsync("Queue");

        await Expect(page.Player.Locator(".queue")).ToContainTextAsync("10,005 tracks");
        (await page.Rows.CountAsync()).ShouldBeLessThan(40);
        (await page.Page.EvaluateAsync<int>("looked")).ShouldBeLessThan(40);
        await page.Player.Locator(".queue-scroll").EvaluateAsync("scroller => scroller.scrollTop = scroller.scrollHeight");
        await Expect(page.Rows.Last).ToHaveAttributeAsync("aria-posinset", "10005");
        (await page.Rows.CountAsync()).ShouldBeLessThan(40);
        page.ShouldBeWithoutComplaint();
    }

    private static Task GoneAsync(PlayerPage page, long id) =>
        page.Page.EvaluateAsync($"document.dispatchEvent(new CustomEvent('sf-track-gone', {{ detail: {{ ids: [{id}] }} }}))");
}
