using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Worker.Inspection;
using SoundFoundry.Worker.Renditions;

namespace SoundFoundry.Tests.Worker.Renditions;

/// <summary>What says nothing of the audio is not held against it.</summary>
public sealed class PassingTroubleTests(RunningStack stack, AudioFiles files) : IClassFixture<RunningStack>, IClassFixture<AudioFiles>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_asked_for_of_a_deleted_track_is_forgotten_and_made_once_it_is_restored()
    {
        var (track, job) = await MakeTrackAsync();
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE tracks SET deleted_at = now() WHERE id = {track}", Stop));
        await OrderAsync(job, attempts: 0);

        await EndsAsync(job, RenditionState.Dropped);
        using var restored = await stack.Client.PostAsync($"/api/tracks/{track}/restore", null, Stop);
        using var made = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=mp3", Stop);

        made.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Audio_that_can_not_be_read_now_is_asked_for_again_in_a_minute_and_not_in_a_day()
    {
        var (track, job) = await MakeTrackAsync();
        var file = Directory.EnumerateFiles(Path.Combine(stack.AudioFolder, "users"), "*.wav", SearchOption.AllDirectories)
            .Single(path => path.Contains($"/tracks/{track}/", StringComparison.Ordinal));
        File.Move(file, file + ".away");
        await OrderAsync(job, attempts: RenditionClaims.Tries - 1);
        await EndsAsync(job, RenditionState.Failed);
        using var refused = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=mp3", Stop);
        (await refused.ReadAsync()).GetProperty("code").GetString().ShouldBe("rendition_interrupted");

        File.Move(file + ".away", file);
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE renditions SET ended_at = ended_at - interval '1 minute' WHERE job_id = {job}", Stop));
        using var made = await stack.Client.GetAsync($"/api/tracks/{track}/audio?format=mp3", Stop);

        made.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task An_ffmpeg_that_writes_nothing_is_not_taken_for_none()
    {
        var wav = files.WriteWav(1, time => Math.Sin(time));
        await Should.ThrowAsync<InvalidDataException>(Encoder.EncodeAsync([(wav, "-f wav")], "-f null", files.NewPath("mp3"), Stop));
    }

    private async Task<(long Track, long Job)> MakeTrackAsync()
    {
        var (track, job) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(job, "COMPLETE");
        return (track, job);
    }

    private Task OrderAsync(long job, int attempts) => stack.WithDbAsync(async db =>
    {
        var track = await db.Tracks.SingleAsync(track => track.JobId == job, Stop);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO renditions (job_id, user_id, kind, stamp, attempts)
            VALUES ({job}, {track.UserId}, 'MP3', {RenditionStamp.Of(RenditionKind.Mp3, track)}, {attempts})
            """, Stop);
    });

    private async Task EndsAsync(long job, RenditionState state)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await stack.WithDbAsync(db => db.Renditions.AnyAsync(
            row => row.JobId == job && row.Kind == RenditionKind.Mp3 && row.State == state, patience.Token)))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
    }
}
