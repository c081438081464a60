using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class LibraryTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_newest_first()
    {
        var made = new List<long>();
        for (var i = 0; i < 5; i++) made.Add((await stack.Client.CreateTrackAsync($"paged {i}")).TrackId);

        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await stack.Client.GetAsJsonAsync($"/api/tracks?q=paged&limit=2{cursor}");
            seen.AddRange(Ids(page));
            cursor = page.GetProperty("next_cursor").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        }
        while (cursor is not null);

        seen.ShouldBe(made.AsEnumerable().Reverse());
    }

    [Theory]
    [InlineData("LANTERN", true)]
    [InlineData("100% lan", true)]
    [InlineData("100_ lan", false)]
    [InlineData("%", true)]
    [InlineData("zebra", false)]
    public async Task Search_finds_words_of_the_prompt_and_takes_wildcards_literally(string words, bool found)
    {
        var (id, _) = await stack.Client.CreateTrackAsync("100% lantern light");

        var page = await stack.Client.GetAsJsonAsync($"/api/tracks?q={Uri.EscapeDataString(words)}");

        Ids(page).Contains(id).ShouldBe(found);
    }

    [Fact]
    public async Task A_track_can_be_renamed_and_marked()
    {
        var (id, _) = await stack.Client.CreateTrackAsync();

        var changed = await PatchAsync(id, new { title = " Night drive ", favorite = true });

        changed.GetProperty("title").GetString().ShouldBe("Night drive");
        changed.GetProperty("favorite").GetBoolean().ShouldBeTrue();
        Ids(await stack.Client.GetAsJsonAsync("/api/tracks?favorite=true")).ShouldContain(id);
        (await PatchAsync(id, new { title = "" })).GetProperty("title").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_deleted_track_is_gone_until_it_is_restored()
    {
        var (id, job) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(job, "COMPLETE");

        using var deleted = await stack.Client.DeleteAsync($"/api/tracks/{id}", Cancelled);
        using var gone = await stack.Client.GetAsync($"/api/tracks/{id}", Cancelled);
        using var twice = await stack.Client.DeleteAsync($"/api/tracks/{id}", Cancelled);
        using var restored = await stack.Client.PostAsync($"/api/tracks/{id}/restore", null, Cancelled);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        twice.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        restored.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Variations_are_tracks_of_their_own_that_differ()
    {
        using var response = await stack.Client.PostTrackAsync(new { prompt = "three of a kind", duration_s = 5, variations = 3, seed = 40 });
        var tracks = (await response.ReadAsync()).GetProperty("tracks").EnumerateArray().ToList();

        tracks.Count.ShouldBe(3);
        var seeds = new List<long>();
        var hashes = new List<string>();
        foreach (var created in tracks)
        {
            await stack.Client.JobReachesAsync(created.GetProperty("job_id").GetInt64(), "COMPLETE");
            var track = await stack.Client.GetAsJsonAsync($"/api/tracks/{created.GetProperty("track_id").GetInt64()}");
            seeds.Add(track.GetProperty("seed").GetInt64());
            hashes.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
                await stack.Client.GetByteArrayAsync(track.GetProperty("file_url").GetString(), Cancelled))));
        }

        seeds.ShouldBe([40, 41, 42]);
        hashes.Distinct().Count().ShouldBe(3);
    }

    private async Task<JsonElement> PatchAsync(long id, object change)
    {
        using var response = await stack.Client.PatchAsJsonAsync($"/api/tracks/{id}", change, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.ReadAsync();
    }

    private static IEnumerable<long> Ids(JsonElement page) =>
        page.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("id").GetInt64());
}
