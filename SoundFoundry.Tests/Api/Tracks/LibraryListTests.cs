using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

/// <summary>The library as lists of ids, and the rows behind them. Nothing is rendered here.</summary>
public sealed class LibraryListTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("newest", "ebony,Delta,alpha,Charlie,bravo")]
    [InlineData("oldest", "bravo,Charlie,alpha,Delta,ebony")]
    [InlineData("title", "alpha,bravo,Charlie,Delta,ebony")]
    [InlineData("longest", "alpha,ebony,Charlie,Delta,bravo")]
    [InlineData("shortest", "bravo,Delta,ebony,Charlie,alpha")]
    public async Task Ids_and_pages_agree_in_every_order(string sort, string expected)
    {
        using var user = await stack.RegisterAsync($"order-{sort}@music.test", credits: 1_000);
        var names = new Dictionary<long, string>();
        foreach (var (title, prompt, seconds) in new[]
        {
            ("bravo", "x", 5), ("Charlie", "x", 20), (null, "alpha", 30), ("Delta", "x", 10), ("ebony", "x", 20),
        })
        {
            using var made = await user.PostTrackAsync(new { title, prompt, duration_s = seconds });
            names[(await made.ReadAsync()).GetProperty("track_id").GetInt64()] = title ?? prompt;
        }

        var ids = Numbers((await user.GetAsJsonAsync($"/api/tracks/ids?sort={sort}")).GetProperty("ids"));
        var paged = new List<long>();
        string? cursor = null;
        do
        {
            var page = await user.GetAsJsonAsync($"/api/tracks?sort={sort}&limit=2{cursor}");
            paged.AddRange(Ids(page));
            cursor = page.GetProperty("next_cursor").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        }
        while (cursor is not null);

        string.Join(',', ids.Select(id => names[id])).ShouldBe(expected);
        paged.ShouldBe(ids);
    }

    [Fact]
    public async Task A_list_is_sorted_by_what_the_audio_really_lasts()
    {
        using var user = await stack.RegisterAsync("measured@music.test", credits: 1_000);
        var (asked, _) = await user.CreateTrackAsync(seconds: 20);
        var (measured, job) = await user.CreateTrackAsync(seconds: 10);
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET artifact_duration_s = 31.5, artifact_key = 'k', artifact_content_type = 'audio/wav', artifact_bytes = 1,
                artifact_sha256 = 's', artifact_peaks = '' WHERE id = {job}
            """, Stop));

        Numbers((await user.GetAsJsonAsync("/api/tracks/ids?sort=longest")).GetProperty("ids")).ShouldBe([measured, asked]);
    }

    [Theory]
    [InlineData("vocals=true", "sung")]
    [InlineData("vocals=false", "played,tagged")]
    [InlineData("tag=dub", "tagged")]
    [InlineData("tag=Dub", "")]
    [InlineData("provider=fal", "played")]
    [InlineData("provider=nobody", "")]
    [InlineData("provider=&tag=", "played,sung,tagged")]
    [InlineData("status=QUEUED&vocals=false&q=tag", "tagged")]
    [InlineData("favorite=true", "played")]
    public async Task A_filter_lets_through_what_it_says(string filter, string expected)
    {
        using var user = await stack.RegisterAsync($"filter-{Guid.NewGuid():N}@music.test", credits: 1_000);
        var (played, job) = await user.CreateTrackAsync("played");
        using (var made = await user.PostTrackAsync(new { prompt = "tagged", duration_s = 5, tags = new[] { "rain", "dub" } })) made.EnsureSuccessStatusCode();
        await stack.Stack.WithDbAsync(async db => await db.Database.ExecuteSqlAsync($"UPDATE jobs SET provider = 'fal' WHERE id = {job}", Stop)
            + await db.Database.ExecuteSqlAsync($"UPDATE tracks SET favorite = true WHERE id = {played}", Stop));
        var (sung, _) = await user.CreateTrackAsync("sung");
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE tracks SET has_vocals = true WHERE id = {sung}", Stop));

        var page = await user.GetAsJsonAsync($"/api/tracks?sort=title&{filter}");

        string.Join(',', page.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("prompt").GetString())).ShouldBe(expected);
    }

    [Fact]
    public async Task Named_tracks_come_in_the_order_they_are_named_and_without_what_is_not_ones_own()
    {
        using var user = await stack.RegisterAsync("named@music.test", credits: 1_000);
        using var stranger = await stack.RegisterAsync("not-named@music.test", credits: 1_000);
        var (first, _) = await user.CreateTrackAsync();
        var (second, _) = await user.CreateTrackAsync();
        var deleted = await user.CanceledTrackAsync();
        var (foreign, _) = await stranger.CreateTrackAsync();
        (await user.DeleteAsync($"/api/tracks/{deleted}", Stop)).EnsureSuccessStatusCode();

        var page = await user.GetAsJsonAsync($"/api/tracks?ids={first},{foreign},{second},{deleted},{first},99999999");

        Ids(page).ShouldBe([first, second]);
    }

    [Theory]
    [InlineData("ids=1,x", "ids")]
    [InlineData("ids=-1", "ids")]
    [InlineData("ids=1&sort=title", "ids")]
    [InlineData("ids=1&favorite=true", "ids")]
    [InlineData("ids=1&cursor=dDE=", "ids")]
    [InlineData("sort=loudest", "sort")]
    [InlineData("sort=title&cursor=dDE=", "cursor")]
    public async Task A_list_that_makes_no_sense_is_refused_by_name(string query, string field)
    {
        using var answer = await stack.Owner.GetAsync($"/api/tracks?{query}", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadAsync()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task More_ids_than_a_page_are_refused_not_cut()
    {
        using var most = await stack.Owner.GetAsync($"/api/tracks?ids={string.Join(',', Enumerable.Range(1, 100))}", Stop);
        using var more = await stack.Owner.GetAsync($"/api/tracks?ids={string.Join(',', Enumerable.Range(1, 101))}", Stop);

        most.StatusCode.ShouldBe(HttpStatusCode.OK);
        more.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static List<long> Ids(JsonElement page) =>
        [.. page.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("id").GetInt64())];

    private static List<long> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(id => id.GetInt64())];
}
