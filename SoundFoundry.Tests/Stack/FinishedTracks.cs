using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Stack;

/// <summary>Tracks that are complete without anybody having rendered them.</summary>
internal static class FinishedTracks
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A new track of the caller, which has this audio.</summary>
    public static async Task<long> FinishedTrackAsync(this RunningStack stack, HttpClient user, object? request = null, byte[]? audio = null)
    {
        using var made = await user.PostTrackAsync(request ?? new { prompt = "soft rain", duration_s = 5 });
        var jobId = (await made.ReadAsync()).GetProperty("job_id").GetInt64();
        return await stack.WithDbAsync(async db =>
        {
            var claim = (await db.ClaimAsync(jobId, "w", Minute, Minute, Stop))!;
            var attempt = (await db.BeginAttemptAsync(claim, 1, EmptySchema.Model, 5, Stop))!;
            var key = AudioKey.For(claim.UserId, claim.TrackId, jobId, claim.Fence, "wav");
            var bytes = audio ?? [1, 2, 3, 4];
            await stack.WithServiceAsync<IAudioStore, bool>(async store =>
            {
                await store.PutAsync(key, new MemoryStream(bytes), Stop);
                return true;
            });
            var artifact = new Artifact(key, "audio/wav", bytes.Length, new string('a', 64), 5.25, [0, 51, 255]);
            (await db.CompleteAsync(claim, attempt.Id, artifact, 1, Stop)).ShouldBeTrue();
            return claim.TrackId;
        });
    }
}
