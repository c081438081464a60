using System.Net;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

public sealed class MainJobTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prompt_becomes_a_track_of_the_asked_length()
    {
        using var response = await stack.Client.PostTrackAsync(
            new { prompt = "Warm ambient pad", duration_s = 20, has_vocals = false, style_strength = 0.5 });
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var created = await response.ReadAsync();
        var jobId = created.GetProperty("job_id").GetInt64();
        response.Headers.Location!.ToString().ShouldBe($"/api/jobs/{jobId}");

        var job = await stack.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED");

        job.GetProperty("status").GetString().ShouldBe("COMPLETE");
        job.GetProperty("charged").GetInt32().ShouldBe(1);
        job.GetProperty("progress").GetDouble().ShouldBe(1);
        var track = await stack.Client.GetAsJsonAsync($"/api/tracks/{created.GetProperty("track_id").GetInt64()}");
        track.GetProperty("measured_duration_s").GetDouble().ShouldBe(20, 0.05);
        var wav = await stack.Client.GetByteArrayAsync(track.GetProperty("file_url").GetString(), Cancelled);
        wav[..4].ShouldBe("RIFF"u8.ToArray());
        ((double)wav.Length).ShouldBe(20 * 44_100 * 4, 20_000);
    }

    [Fact]
    public async Task The_log_tells_the_steps_in_the_contract_s_words()
    {
        var (trackId, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");

        var lines = (await stack.Client.UntilAsync($"/api/jobs/{jobId}/logs", log => log.EnumerateArray().Count() == 3)).EnumerateArray().ToList();

        lines[0].GetProperty("message").GetString().ShouldBe($"Job {jobId}: Using provider: studio, track_id={trackId}, attempt=1");
        lines[0].GetProperty("provider").GetString().ShouldBe("studio");
        lines[0].GetProperty("attempt").GetInt32().ShouldBe(1);
        lines[1].GetProperty("message").GetString()!.ShouldStartWith($"Job {jobId}: Stored 5.0 s of audio");
        lines[2].GetProperty("message").GetString().ShouldBe($"Job {jobId}: Complete");
        lines.Select(line => line.GetProperty("trace_id").GetString()).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_audio_address_leads_to_the_file_and_the_peaks_fit_it()
    {
        var (trackId, jobId) = await stack.Client.CreateTrackAsync("bright bells");
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");

        using var played = await stack.Client.GetAsync($"/api/tracks/{trackId}/audio", Cancelled);
        using var downloaded = await stack.Client.GetAsync($"/api/tracks/{trackId}/audio?download=true", Cancelled);
        var peaks = await stack.Client.GetAsJsonAsync($"/api/tracks/{trackId}/peaks");

        played.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        downloaded.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        downloaded.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe("bright bells.wav");
        peaks.GetProperty("duration_s").GetDouble().ShouldBe(5, 0.05);
        var values = peaks.GetProperty("peaks").EnumerateArray().Select(peak => peak.GetDouble()).ToList();
        values.Count.ShouldBeGreaterThan(500);
        values.ShouldAllBe(peak => peak >= 0 && peak <= 1);
        values.Max().ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public async Task The_same_request_and_seed_give_the_same_bytes()
    {
        var files = new List<byte[]>();
        for (var i = 0; i < 2; i++)
        {
            using var response = await stack.Client.PostTrackAsync(new { prompt = "again and again", duration_s = 5, seed = 7 });
            var created = await response.ReadAsync();
            await stack.Client.JobReachesAsync(created.GetProperty("job_id").GetInt64(), "COMPLETE");
            files.Add(await stack.Client.GetByteArrayAsync($"/api/tracks/{created.GetProperty("track_id").GetInt64()}/audio", Cancelled));
        }

        files[0].ShouldBe(files[1]);
    }

    [Fact]
    public async Task Many_jobs_at_once_all_end()
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => stack.Client.CreateTrackAsync($"crowd {i}")));

        foreach (var (_, jobId) in jobs) await stack.Client.JobReachesAsync(jobId, "COMPLETE");
    }
}
