using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class BulkTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_tracks_are_deleted_and_restored_together_and_what_is_not_ones_own_is_refused_one_by_one()
    {
        using var user = await stack.RegisterAsync("bulk@music.test", credits: 1_000);
        using var stranger = await stack.RegisterAsync("bulk-stranger@music.test", credits: 1_000);
        var first = await user.CanceledTrackAsync();
        var second = await user.CanceledTrackAsync();
        var (foreign, _) = await stranger.CreateTrackAsync();

        var deleted = await ChangeAsync(user, "delete", first, foreign, second, 99_999_999);
        var left = await user.GetAsJsonAsync("/api/tracks/ids");
        var restored = await ChangeAsync(user, "restore", second, first, foreign);
        var back = await user.GetAsJsonAsync("/api/tracks/ids");

        Numbers(deleted.GetProperty("changed")).ShouldBe([first, second]);
        Refused(deleted).ShouldBe([(foreign, "not_found"), (99_999_999, "not_found")]);
        left.GetProperty("ids").GetArrayLength().ShouldBe(0);
        Numbers(restored.GetProperty("changed")).ShouldBe([second, first]);
        Refused(restored).ShouldBe([(foreign, "not_found")]);
        Numbers(back.GetProperty("ids")).ShouldBe([second, first]);
        Numbers((await stranger.GetAsJsonAsync("/api/tracks/ids")).GetProperty("ids")).ShouldBe([foreign]);
    }

    [Fact]
    public async Task A_track_that_is_still_being_made_is_not_deleted_before_it_is_canceled()
    {
        using var user = await stack.RegisterAsync("bulk-unended@music.test", credits: 1_000);
        var ended = await user.CanceledTrackAsync();
        var (waiting, job) = await user.CreateTrackAsync();

        var many = await ChangeAsync(user, "delete", waiting, ended);
        using var one = await user.DeleteAsync($"/api/tracks/{waiting}", Stop);
        (await user.PostAsync($"/api/jobs/{job}/cancel", null, Stop)).EnsureSuccessStatusCode();
        using var then = await user.DeleteAsync($"/api/tracks/{waiting}", Stop);

        Numbers(many.GetProperty("changed")).ShouldBe([ended]);
        Refused(many).ShouldBe([(waiting, "not_ended")]);
        one.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await one.ReadAsync()).GetProperty("code").GetString().ShouldBe("not_ended");
        then.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_was_deleted_too_long_ago_stays_deleted()
    {
        using var user = await stack.RegisterAsync("bulk-late@music.test", credits: 1_000);
        var (id, _) = await user.CreateTrackAsync();
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE tracks SET deleted_at = now() - interval '1 year' WHERE id = {id}", Stop));

        Refused(await ChangeAsync(user, "restore", id)).ShouldBe([(id, "not_found")]);
    }

    [Fact]
    public async Task Many_tracks_are_marked_and_unmarked_together_and_again_is_the_same()
    {
        using var user = await stack.RegisterAsync("bulk-marks@music.test", credits: 1_000);
        var (first, _) = await user.CreateTrackAsync();
        var (second, _) = await user.CreateTrackAsync();

        await ChangeAsync(user, "favorite", first);
        Numbers((await ChangeAsync(user, "favorite", first, second)).GetProperty("changed")).ShouldBe([first, second]);
        Numbers((await user.GetAsJsonAsync("/api/tracks/ids?favorite=true")).GetProperty("ids")).ShouldBe([second, first]);
        Numbers((await ChangeAsync(user, "unfavorite", first)).GetProperty("changed")).ShouldBe([first]);
        Numbers((await user.GetAsJsonAsync("/api/tracks/ids?favorite=true")).GetProperty("ids")).ShouldBe([second]);
    }

    [Theory]
    [InlineData("burn", 1, "action")]
    [InlineData("delete", 0, "ids")]
    [InlineData("delete", 501, "ids")]
    public async Task A_change_that_makes_no_sense_is_refused_by_name(string action, int count, string field)
    {
        using var answer = await stack.Owner.PostJsonAsync("/api/tracks/bulk", new { action, ids = Enumerable.Range(1, count) });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadAsync()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    private static async Task<JsonElement> ChangeAsync(HttpClient user, string action, params long[] ids)
    {
        using var answer = await user.PostJsonAsync("/api/tracks/bulk", new { action, ids });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.ReadAsync();
    }

    private static List<(long Id, string? Code)> Refused(JsonElement changed) =>
        [.. changed.GetProperty("refused").EnumerateArray().Select(r => (r.GetProperty("id").GetInt64(), r.GetProperty("code").GetString()))];

    private static List<long> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(id => id.GetInt64())];
}
