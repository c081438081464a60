using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Export;

internal static class ExportedRows
{
    public static ExportedTrack Of(Track track, IEnumerable<Job> jobs, ILookup<long, Attempt> attempts)
    {
        var all = jobs.ToList();
        var audio = track.DeletedAt is null ? all.Find(job => job.Id == track.JobId)?.Artifact : null;
        return new ExportedTrack(
            track.Id, track.Title, track.Prompt, track.Lyrics, track.Tags, track.NegativePrompt, track.DurationSeconds, track.HasVocals,
            track.StyleStrength, track.Seed, track.Favorite, track.CreatedAt, track.DeletedAt,
            audio is null ? null : AudioName.Of(track, audio.Key), [.. all.Select(job => Of(job, attempts[job.Id]))]);
    }

    private static ExportedJob Of(Job job, IEnumerable<Attempt> attempts) => new(
        job.Id, job.Status.Name(), job.Provider, job.Model, job.QuotedCredits, job.ChargedCredits, job.ErrorCode, job.Error,
        job.Artifact?.DurationSeconds, job.Artifact?.Sha256, job.CreatedAt, job.CompletedAt, [.. attempts.Select(Of)]);

    private static ExportedAttempt Of(Attempt attempt) => new(
        attempt.Number, attempt.Provider, attempt.Model, attempt.RequestId, attempt.Outcome.Word(), attempt.ErrorCode, attempt.Error,
        attempt.StartedAt, attempt.EndedAt);
}
