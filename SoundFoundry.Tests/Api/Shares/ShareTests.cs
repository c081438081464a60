using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Shares;

public sealed class ShareTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static int _users;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_the_link_hears_the_track_and_learns_nothing_about_its_owner()
    {
        using var user = await UserAsync();
        using var nobody = stack.NewBrowser();
        var audio = Enumerable.Range(0, 1_000).Select(i => (byte)i).ToArray();
        var track = await stack.Stack.FinishedTrackAsync(user, new { prompt = "my secret rain", title = "Rain", lyrics = "la", duration_s = 5 }, audio);
        var link = $"/api/public/shares/{(await ShareAsync(user, track)).GetProperty("token").GetString()}";

        var shown = await nobody.GetAsJsonAsync(link);
        var peaks = await nobody.GetAsJsonAsync($"{link}/peaks");
        using var cover = await nobody.GetAsync($"{link}/cover", Stop);
        using var whole = await nobody.GetAsync($"{link}/audio", Stop);
        using var head = await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{link}/audio"), Stop);
        using var part = await nobody.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"{link}/audio") { Headers = { Range = new RangeHeaderValue(100, 199) } }, Stop);

        shown.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["title", "duration_s", "provider", "model", "created_at", "prompt", "lyrics"]);
        shown.GetProperty("title").GetString().ShouldBe("Rain");
        shown.GetProperty("duration_s").GetDouble().ShouldBe(5.25);
        (shown.GetProperty("prompt").ValueKind, shown.GetProperty("lyrics").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        peaks.GetProperty("peaks").EnumerateArray().Select(peak => peak.GetDouble()).ShouldBe([0, 0.2, 1]);
        cover.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await whole.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(audio);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        whole.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"{link}/audio");
        whole.Content.Headers.ContentDisposition.ShouldBeNull();
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, 1_000));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(audio[100..200]);
    }

    [Fact]
    public async Task The_picture_of_a_link_is_ordered_with_it_and_those_who_follow_it_order_none_and_wait_for_none()
    {
        using var user = await UserAsync();
        using var nobody = stack.NewBrowser();
        var track = await stack.Stack.FinishedTrackAsync(user);
        var link = $"/api/public/shares/{(await ShareAsync(user, track)).GetProperty("token").GetString()}/cover?format=png";
        var job = await stack.Stack.WithDbAsync(db => db.Tracks.Where(row => row.Id == track).Select(row => row.JobId!.Value).SingleAsync(Stop));

        var ordered = await stack.Stack.WithDbAsync(db => db.Renditions.SingleAsync(row => row.JobId == job, Stop));
        using var before = await nobody.GetAsync(link, Stop);
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];
        var key = AudioKey.ForRendition(ordered.UserId, track, job, RenditionKind.Cover, ordered.Fence);
        await stack.Stack.WithServiceAsync<IAudioStore, bool>(async store =>
        {
            await store.PutAsync(key, new MemoryStream(png), Stop);
            return true;
        });
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE renditions SET state = 'MADE', key = {key}, bytes = 7, asked_at = now() - interval '9 days' WHERE id = {ordered.Id}", Stop));
        using var after = await nobody.GetAsync(link, Stop);

        (ordered.Kind, ordered.State).ShouldBe((RenditionKind.Cover, RenditionState.Pending));
        (before.StatusCode, before.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/svg+xml"));
        (after.StatusCode, after.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/png"));
        after.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(link);
        (await after.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(png);
        var used = await stack.Stack.WithDbAsync(db => db.Renditions.SingleAsync(row => row.JobId == job, Stop));
        used.AskedAt.ShouldBeGreaterThan(ordered.AskedAt);
    }

    [Theory]
    [InlineData(null, false, "Untitled track")]
    [InlineData(null, true, "Slow piano, rain on the window")]
    [InlineData("Night", false, "Night")]
    public async Task A_track_without_a_title_is_called_by_its_prompt_only_where_that_is_shown(string? title, bool showPrompt, string expected)
    {
        using var user = await UserAsync();
        var track = await stack.Stack.FinishedTrackAsync(user, new { title, prompt = "Slow piano,\n rain on the window", lyrics = "la la", duration_s = 5 });
        var share = await ShareAsync(user, track, showPrompt);

        var shown = await stack.Owner.GetAsJsonAsync($"/api/public/shares/{share.GetProperty("token").GetString()}");

        shown.GetProperty("title").GetString().ShouldBe(expected);
        (shown.GetProperty("prompt").GetString() is not null, shown.GetProperty("lyrics").GetString() is not null).ShouldBe((showPrompt, showPrompt));
    }

    [Fact]
    public async Task A_track_has_one_link_which_tells_what_was_asked_for_last()
    {
        using var user = await UserAsync();
        var track = await stack.Stack.FinishedTrackAsync(user);

        using var first = await user.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = true });
        using var again = await user.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = false });
        var (made, stands) = (await first.ReadAsync(), await again.ReadAsync());
        var shown = await user.GetAsJsonAsync($"/api/public/shares/{made.GetProperty("token").GetString()}");

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK));
        stands.GetProperty("token").GetString().ShouldBe(made.GetProperty("token").GetString());
        made.GetProperty("url").GetString().ShouldEndWith($"/s/{made.GetProperty("token").GetString()}");
        made.GetProperty("token").GetString()!.Length.ShouldBeGreaterThan(40);
        shown.GetProperty("prompt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await user.GetAsJsonAsync("/api/shares")).EnumerateArray().Single().GetProperty("track_id").GetInt64().ShouldBe(track);
        (await user.GetAsJsonAsync($"/api/tracks/{track}")).GetProperty("shared").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_revoked_link_leads_nowhere_at_once_and_both_acts_are_written_down()
    {
        using var user = await UserAsync();
        var track = await stack.Stack.FinishedTrackAsync(user);
        var share = await ShareAsync(user, track);
        var link = $"/api/public/shares/{share.GetProperty("token").GetString()}";

        (await user.DeleteAsync($"/api/shares/{share.GetProperty("id").GetInt64()}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var path in new[] { link, $"{link}/audio", $"{link}/peaks", $"{link}/cover" })
            (await stack.Owner.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await user.GetAsJsonAsync($"/api/tracks/{track}")).GetProperty("shared").GetBoolean().ShouldBeFalse();
        var acts = await stack.Owner.GetAsJsonAsync("/api/admin/audit?act=share");
        acts.GetProperty("entries").EnumerateArray().Where(entry => entry.GetProperty("subject").GetString() == $"track {track}")
            .Select(entry => entry.GetProperty("act").GetString()).ShouldBe(["share.revoked", "share.made"]);
        (await ShareAsync(user, track)).GetProperty("token").GetString().ShouldNotBe(share.GetProperty("token").GetString());
    }

    [Fact]
    public async Task A_deleted_track_and_a_user_who_is_kept_out_are_heard_by_nobody_until_they_are_back()
    {
        using var user = await UserAsync();
        var id = (await user.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        var track = await stack.Stack.FinishedTrackAsync(user);
        var link = $"/api/public/shares/{(await ShareAsync(user, track)).GetProperty("token").GetString()}";

        var answers = new List<HttpStatusCode>();
        foreach (var (client, method, path) in new[]
        {
            (user, HttpMethod.Delete, $"/api/tracks/{track}"), (user, HttpMethod.Post, $"/api/tracks/{track}/restore"),
            (stack.Owner, HttpMethod.Post, $"/api/admin/users/{id}/suspend"), (stack.Owner, HttpMethod.Post, $"/api/admin/users/{id}/resume"),
        })
        {
            (await client.SendAsync(new HttpRequestMessage(method, path), Stop)).EnsureSuccessStatusCode();
            answers.Add((await stack.Owner.GetAsync($"{link}/audio", Stop)).StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task What_has_no_audio_yet_is_not_shared()
    {
        using var user = await UserAsync();
        var (track, _) = await user.CreateTrackAsync();

        using var refused = await user.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = false });

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.ReadAsync()).GetProperty("code").GetString().ShouldBe("not_ready");
    }

    [Fact]
    public async Task A_play_is_counted_when_it_begins_and_not_when_somebody_seeks_or_asks_how_long_it_is()
    {
        using var user = await UserAsync();
        var share = await ShareAsync(user, await stack.Stack.FinishedTrackAsync(user, audio: new byte[500]));
        var path = $"/api/public/shares/{share.GetProperty("token").GetString()}/audio";

        foreach (var (method, from) in new[]
        {
            (HttpMethod.Get, (long?)null), (HttpMethod.Get, 0), (HttpMethod.Get, 200), (HttpMethod.Head, null),
        })
        {
            using var request = new HttpRequestMessage(method, path);
            if (from is not null) request.Headers.Range = new RangeHeaderValue(from, null);
            (await stack.Owner.SendAsync(request, Stop)).EnsureSuccessStatusCode();
        }

        (await user.GetAsJsonAsync("/api/shares"))[0].GetProperty("plays").GetInt64().ShouldBe(2);
    }

    [Theory]
    [InlineData("nothing-like-a-token")]
    [InlineData("%C3%28")]
    [InlineData("0000000000000000000000000000000000000000000")]
    public async Task A_token_that_is_none_leads_nowhere(string token)
    {
        using var answer = await stack.Owner.GetAsync($"/api/public/shares/{token}", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.ReadAsync()).GetProperty("code").GetString().ShouldBe("not_found");
    }

    [Fact]
    public async Task A_user_has_as_many_links_as_may_be_and_not_one_more()
    {
        using var user = await UserAsync();
        var id = (await user.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        var track = await stack.Stack.FinishedTrackAsync(user);
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            WITH made AS (
                INSERT INTO tracks (user_id, prompt, tags, duration_s, has_vocals, style_strength, seed, favorite)
                SELECT {id}, 'many', ARRAY[]::text[], 5, false, 0.5, n, false FROM generate_series(1, 1000) AS n RETURNING id)
            INSERT INTO shares (user_id, track_id, token, show_prompt) SELECT {id}, id, 'token-' || id, false FROM made
            """, Stop));

        using var refused = await user.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = false });

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.ReadAsync()).GetProperty("code").GetString().ShouldBe("too_many");
    }

    private Task<HttpClient> UserAsync() => stack.RegisterAsync($"shares-{Interlocked.Increment(ref _users)}@music.test", credits: 1_000);

    private static async Task<JsonElement> ShareAsync(HttpClient user, long track, bool showPrompt = false)
    {
        using var made = await user.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = showPrompt });
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await made.ReadAsync();
    }
}
