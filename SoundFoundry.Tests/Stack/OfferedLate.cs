using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Stack;

/// <summary>A job that failed, and the audio that its provider finished after that.</summary>
/// <param name="Key">Where the audio lies.</param>
internal sealed record OfferedLate(long Id, long TrackId, long JobId, string Key)
{
    private const int Price = 3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static async Task<OfferedLate> MakeAsync(SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var (job, track, attempt) = await FailAsync(db, cancellationToken);
        var key = AudioKey.ForLate(EmptySchema.UserId, track, job, attempt.Id, "wav");
        (await db.OfferAsync(attempt, Audio(key), Price, cancellationToken)).ShouldBeTrue();
        (await db.OfferAsync(attempt, Audio(key), Price, cancellationToken)).ShouldBeFalse();
        var late = await db.LateResults.AsNoTracking().SingleAsync(l => l.AttemptId == attempt.Id, cancellationToken);
        return new OfferedLate(late.Id, track, job, key);
    }

    public static Artifact Audio(string key) => new(key, "audio/wav", 4, new string('b', 64), 30, [1]);

    public static async Task<(long Job, long Track, Attempt Attempt)> FailAsync(SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var id = await EmptySchema.QueueJobAsync(db, cancellationToken, Price);
        await db.Database.ExecuteSqlAsync($"UPDATE tracks SET job_id = {id} WHERE id = (SELECT track_id FROM jobs WHERE id = {id})", cancellationToken);
        var claim = (await db.ClaimAsync(id, "w", Minute, Minute, cancellationToken))!;
        var attempt = (await db.BeginAttemptAsync(claim, 1, EmptySchema.Model, 30, cancellationToken))!;
        var slow = new Failure(FailureClass.TimedOut, "timeout", "too slow");
        await db.EndAttemptAsync(claim, attempt.Id, AttemptOutcome.Failed, slow, cancellationToken);
        (await db.FailAsync(claim, slow, cancellationToken)).ShouldBeTrue();
        return (id, claim.TrackId, attempt);
    }
}
