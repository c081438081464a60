using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>Who is pinned is asked, and nobody else unless that was asked for too.</summary>
public sealed class PinnedTests(PinnedTests.FalFirst providers) : IClassFixture<PinnedTests.FalFirst>
{
    [Theory]
    [InlineData(null, "FAILED", 1)]
    [InlineData(true, "COMPLETE", 2)]
    public async Task A_pin_falls_back_only_when_asked(bool? fallback, string status, int attempts)
    {
        await providers.BeginAfreshAsync();
        await providers.Control.SetFaultAsync("replicate", "unauthorized");
        using var response = await providers.Client.PostTrackAsync(new { prompt = "pinned rain", duration_s = 5, provider = "replicate", fallback });
        var jobId = (await response.ReadAsync()).GetProperty("job_id").GetInt64();

        (await providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED")).GetProperty("status").GetString().ShouldBe(status);

        (await providers.AttemptsAsync(jobId)).Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task When_nobody_is_left_to_ask_the_job_fails_at_once_with_the_reason()
    {
        await providers.BeginAfreshAsync();
        await providers.Control.SetFaultAsync("fal", "locked");
        await providers.Control.SetFaultAsync("replicate", "unauthorized");
        var (_, first) = await providers.Client.CreateTrackAsync("nobody one");
        await providers.Client.JobReachesAsync(first, "FAILED");

        var (_, second) = await providers.Client.CreateTrackAsync("nobody two");
        var job = await providers.Client.JobReachesAsync(second, "FAILED", "COMPLETE");

        job.GetProperty("error").GetString()!.ShouldStartWith("User is locked.");
        job.GetProperty("charged").GetInt32().ShouldBe(0);
        (await providers.AttemptsAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_no_model_can_make_is_refused_at_the_edge_naming_those_that_could()
    {
        using var response = await providers.Client.PostTrackAsync(
            new { prompt = "a song", duration_s = 30, has_vocals = true, lyrics = "la la la la la", provider = "replicate", model = "musicgen" });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.ReadAsync();
        problem.GetProperty("errors").GetProperty("has_vocals")[0].GetString()!.ShouldContain("These could:");
    }

    [Fact]
    public async Task Blank_lyrics_are_no_lyrics()
    {
        using var response = await providers.Client.PostTrackAsync(
            new { prompt = "a slow song", duration_s = 30, has_vocals = true, lyrics = "  \n ", provider = "fal", model = "minimax-music-v2" });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadAsync()).GetProperty("errors").GetProperty("lyrics")[0].GetString()!.ShouldContain("needs lyrics to sing");
    }

    [Fact]
    public async Task A_song_that_decides_its_own_length_says_so_when_it_is_shorter_than_asked()
    {
        await providers.BeginAfreshAsync();
        using var response = await providers.Client.PostTrackAsync(new
        {
            prompt = "a slow song", duration_s = 240, has_vocals = true, lyrics = "one line and no more", provider = "fal", model = "minimax-music-v2",
        });
        var jobId = (await response.ReadAsync()).GetProperty("job_id").GetInt64();

        (await providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED")).GetProperty("status").GetString().ShouldBe("COMPLETE");

        (await providers.LogAsync(jobId)).ShouldContain(line => line.Contains("fal/minimax-music-v2 decides its own length"));
    }

    public sealed class FalFirst(SharedPostgres postgres) : SimulatedProviders(postgres, "fal");
}
