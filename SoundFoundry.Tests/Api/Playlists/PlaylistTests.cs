using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Playlists;

public sealed class PlaylistTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static int _users;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tracks_are_added_moved_and_removed_and_the_order_is_kept()
    {
        using var user = await UserAsync();
        var t = await TracksAsync(user, 4);
        var list = await MakeAsync(user, "Evenings", t[0], t[1]);

        (await AddAsync(user, list, t[1], t[3], t[2], t[3])).ShouldBe([t[0], t[1], t[3], t[2]]);
        (await MoveAsync(user, list, t[2], t[0])).ShouldBe([t[0], t[2], t[1], t[3]]);
        (await MoveAsync(user, list, t[3], null)).ShouldBe([t[3], t[0], t[2], t[1]]);
        (await MoveAsync(user, list, t[3], t[1])).ShouldBe([t[0], t[2], t[1], t[3]]);
        (await MoveAsync(user, list, t[1], t[2])).ShouldBe([t[0], t[2], t[1], t[3]]);
        using var removed = await user.DeleteAsync($"/api/playlists/{list}/tracks/{t[2]}", Stop);
        using var twice = await user.DeleteAsync($"/api/playlists/{list}/tracks/{t[2]}", Stop);

        (removed.StatusCode, twice.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
        (await TrackIdsAsync(user, list)).ShouldBe([t[0], t[1], t[3]]);
        Numbers((await user.GetAsJsonAsync($"/api/tracks/ids?playlist={list}&sort=oldest")).GetProperty("ids")).ShouldBe([t[0], t[1], t[3]]);
    }

    [Fact]
    public async Task A_deleted_track_leaves_the_playlist_and_comes_back_to_its_place()
    {
        using var user = await UserAsync();
        List<long> t = [await user.CanceledTrackAsync(), await user.CanceledTrackAsync(), await user.CanceledTrackAsync()];
        var list = await MakeAsync(user, "Evenings", t[0], t[1], t[2]);

        (await user.DeleteAsync($"/api/tracks/{t[1]}", Stop)).EnsureSuccessStatusCode();
        var without = await user.GetAsJsonAsync($"/api/playlists/{list}");
        (await MoveAsync(user, list, t[2], t[0])).ShouldBe([t[0], t[2]]);
        (await user.PostAsync($"/api/tracks/{t[1]}/restore", null, Stop)).EnsureSuccessStatusCode();

        without.GetProperty("track_count").GetInt32().ShouldBe(2);
        (await TrackIdsAsync(user, list)).ShouldBe([t[0], t[2], t[1]]);
    }

    [Fact]
    public async Task Of_many_moves_at_once_none_loses_or_doubles_a_track()
    {
        using var user = await UserAsync();
        var t = await TracksAsync(user, 6);
        var list = await MakeAsync(user, "Crowded", [.. t]);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            using var moved = await user.PostJsonAsync(
                $"/api/playlists/{list}/tracks/{t[i % 6]}/move", new { after = i % 7 == 0 ? (long?)null : t[(i + 1 + (i % 5)) % 6] });
            moved.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest); // behind itself
        }));

        (await TrackIdsAsync(user, list)).ShouldBe(t, ignoreOrder: true);
    }

    [Fact]
    public async Task Two_tracks_may_change_places_as_often_as_somebody_likes()
    {
        using var user = await UserAsync();
        var t = await TracksAsync(user, 3);
        var list = await MakeAsync(user, "Restless", [.. t]);

        // Each time one goes between its neighbours, the room there is halved.
        for (var i = 0; i < 50; i++) await MoveAsync(user, list, t[1 + (i % 2)], t[0]);

        (await TrackIdsAsync(user, list)).ShouldBe([t[0], t[2], t[1]]);
    }

    [Fact]
    public async Task A_list_tells_how_many_how_long_and_which_covers()
    {
        using var user = await UserAsync();
        var finished = new List<long>();
        for (var i = 0; i < 5; i++) finished.Add(await stack.Stack.FinishedTrackAsync(user));
        var (waiting, _) = await user.CreateTrackAsync(seconds: 30);
        var empty = await MakeAsync(user, "Empty");
        var list = await MakeAsync(user, "Full", [waiting, .. finished]);

        var lists = (await user.GetAsJsonAsync("/api/playlists")).EnumerateArray().ToList();

        lists.Select(one => one.GetProperty("id").GetInt64()).ShouldBe([list, empty]);
        lists[0].GetProperty("name").GetString().ShouldBe("Full");
        lists[0].GetProperty("track_count").GetInt32().ShouldBe(6);
        lists[0].GetProperty("duration_s").GetDouble().ShouldBe(30 + (5 * 5.25));
        Numbers(lists[0].GetProperty("cover_tracks")).ShouldBe(finished[..4]);
        (lists[1].GetProperty("track_count").GetInt32(), lists[1].GetProperty("duration_s").GetDouble()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_playlist_is_renamed_deleted_and_restored()
    {
        using var user = await UserAsync();
        var t = await TracksAsync(user, 1);
        var list = await MakeAsync(user, "Evenings", t[0]);

        using var renamed = await user.PatchAsJsonAsync($"/api/playlists/{list}", new { name = " Mornings " }, Stop);
        using var deleted = await user.DeleteAsync($"/api/playlists/{list}", Stop);
        using var gone = await user.GetAsync($"/api/playlists/{list}", Stop);
        using var notAdded = await user.PostJsonAsync($"/api/playlists/{list}/tracks", new { track_ids = t });
        var filtered = await user.GetAsJsonAsync($"/api/tracks/ids?playlist={list}");
        using var restored = await user.PostAsync($"/api/playlists/{list}/restore", null, Stop);

        (await renamed.ReadAsync()).GetProperty("name").GetString().ShouldBe("Mornings");
        (deleted.StatusCode, gone.StatusCode, notAdded.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        filtered.GetProperty("ids").GetArrayLength().ShouldBe(0);
        Numbers((await restored.ReadAsync()).GetProperty("track_ids")).ShouldBe(t);

        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE playlists SET deleted_at = now() - interval '1 year' WHERE id = {list}", Stop));
        (await user.PostAsync($"/api/playlists/{list}/restore", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_gets_a_track_of_somebody_else_into_a_playlist()
    {
        using var user = await UserAsync();
        using var stranger = await UserAsync();
        var own = await TracksAsync(user, 1);
        var foreign = await TracksAsync(stranger, 1);
        var list = await MakeAsync(user, "Mine");

        using var added = await user.PostJsonAsync($"/api/playlists/{list}/tracks", new { track_ids = new[] { own[0], foreign[0] } });
        using var made = await user.PostJsonAsync("/api/playlists", new { name = "New", track_ids = foreign });
        using var moved = await user.PostJsonAsync($"/api/playlists/{list}/tracks/{foreign[0]}/move", new { after = (long?)null });

        added.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await added.ReadAsync()).GetProperty("errors").TryGetProperty("track_ids", out _).ShouldBeTrue();
        made.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        moved.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TrackIdsAsync(user, list)).ShouldBeEmpty();
        (await user.GetAsJsonAsync("/api/playlists")).GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"   "}""", "name")]
    [InlineData("""{}""", "name")]
    public async Task A_playlist_needs_a_name(string body, string field)
    {
        using var made = await stack.Owner.PostAsync("/api/playlists", new StringContent(body, null, "application/json"), Stop);

        made.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await made.ReadAsync()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task There_are_as_many_playlists_and_tracks_in_one_as_may_be_and_not_one_more()
    {
        using var user = await UserAsync();
        var id = (await user.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        var t = await TracksAsync(user, 2);
        var list = await MakeAsync(user, "Full", t[0]);
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO playlists (user_id, name) SELECT {id}, 'list ' || n FROM generate_series(1, 198) AS n;
            WITH made AS (
                INSERT INTO tracks (user_id, prompt, tags, duration_s, has_vocals, style_strength, seed, favorite)
                SELECT {id}, 'many', ARRAY[]::text[], 5, false, 0.5, n, false FROM generate_series(1, 4999) AS n RETURNING id)
            INSERT INTO playlist_entries (playlist_id, track_id, position) SELECT {list}, id, id FROM made
            """, Stop));

        await MakeAsync(user, "The last");
        using var more = await user.PostJsonAsync("/api/playlists", new { name = "One more" });
        using var full = await user.PostJsonAsync($"/api/playlists/{list}/tracks", new { track_ids = new[] { t[1] } });
        using var again = await user.PostJsonAsync($"/api/playlists/{list}/tracks", new { track_ids = new[] { t[0] } });

        foreach (var refused in new[] { more, full })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await refused.ReadAsync()).GetProperty("code").GetString().ShouldBe("too_many");
        }

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TrackIdsAsync(user, list)).Count.ShouldBe(5_000);
    }

    [Fact]
    public async Task Of_deleted_playlists_only_the_last_are_kept_however_many_somebody_makes()
    {
        using var user = await UserAsync();
        var id = (await user.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO playlists (user_id, name, deleted_at) SELECT {id}, 'list ' || n, now() - n * interval '1 second' FROM generate_series(1, 205) AS n
            """, Stop));

        await MakeAsync(user, "One more");

        var kept = await stack.Stack.WithDbAsync(db => db.Playlists.Where(playlist => playlist.UserId == id).Select(playlist => playlist.Name).ToListAsync(Stop));
        kept.ShouldBe([.. Enumerable.Range(1, 200).Select(n => $"list {n}"), "One more"], ignoreOrder: true);
    }

    private Task<HttpClient> UserAsync() => stack.RegisterAsync($"lists-{Interlocked.Increment(ref _users)}@music.test", credits: 1_000);

    private static async Task<List<long>> TracksAsync(HttpClient user, int count)
    {
        var ids = new List<long>();
        for (var i = 0; i < count; i++) ids.Add((await user.CreateTrackAsync()).TrackId);
        return ids;
    }

    private static async Task<long> MakeAsync(HttpClient user, string name, params long[] tracks)
    {
        using var made = await user.PostJsonAsync("/api/playlists", new { name, track_ids = tracks });
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await made.ReadAsync()).GetProperty("id").GetInt64();
    }

    private static async Task<List<long>> AddAsync(HttpClient user, long list, params long[] tracks)
    {
        using var added = await user.PostJsonAsync($"/api/playlists/{list}/tracks", new { track_ids = tracks });
        return Numbers((await added.ReadAsync()).GetProperty("track_ids"));
    }

    private static async Task<List<long>> MoveAsync(HttpClient user, long list, long track, long? after)
    {
        using var moved = await user.PostJsonAsync($"/api/playlists/{list}/tracks/{track}/move", new { after });
        return Numbers((await moved.ReadAsync()).GetProperty("track_ids"));
    }

    private static async Task<List<long>> TrackIdsAsync(HttpClient user, long list) =>
        Numbers((await user.GetAsJsonAsync($"/api/playlists/{list}")).GetProperty("track_ids"));

    private static List<long> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(id => id.GetInt64())];
}
