using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Which stored renditions no row names, nor ever can again.</summary>
/// <remarks>A row's fence only grows, and only who holds the present one can name an object: what was written under an earlier one and is
/// not named now never will be.</remarks>
internal static class RenditionLeftOvers
{
    /// <summary>Judges renditions, and nothing else.</summary>
    /// <param name="keepDeleted">How long a deleted track keeps them; those of a deleted user go at once.</param>
    public static async Task<List<JudgedObject>> JudgeRenditionsAsync(
        this SoundFoundryDb db, IReadOnlyList<string> keys, TimeSpan keepDeleted, CancellationToken cancellationToken)
    {
        var read = keys.Select(key => (Key: key, Rendition: RenditionKey.Of(key))).Where(entry => entry.Rendition is not null).ToList();
        if (read.Count == 0) return [];
        var names = read.Select(entry => entry.Key).ToArray();
        var users = read.Select(entry => entry.Rendition!.UserId).ToArray();
        var tracks = read.Select(entry => entry.Rendition!.TrackId).ToArray();
        var jobs = read.Select(entry => entry.Rendition!.JobId).ToArray();
        var kinds = read.Select(entry => entry.Rendition!.Kind).ToArray();
        var fences = read.Select(entry => entry.Rendition!.Fence).ToArray();
        return await db.Database.SqlQuery<JudgedObject>(
            $"""
            SELECT object.key, jobs.id IS NOT NULL AS is_ours, coalesce(jobs.id IS NOT NULL AND (
                tracks.deleted_at < now() - {keepDeleted} - interval '1 minute' OR users.deleted_at IS NOT NULL OR renditions.id IS NULL
                OR (renditions.key IS DISTINCT FROM object.key
                    AND (object.fence < renditions.fence OR (object.fence = renditions.fence AND renditions.state <> 'PENDING')))), false)
                AS is_left_over
            FROM unnest({names}, {users}, {tracks}, {jobs}, {kinds}, {fences}) AS object (key, user_id, track_id, job_id, kind, fence)
            LEFT JOIN jobs ON jobs.id = object.job_id AND jobs.track_id = object.track_id AND jobs.user_id = object.user_id
            LEFT JOIN tracks ON tracks.id = jobs.track_id
            LEFT JOIN users ON users.id = jobs.user_id
            LEFT JOIN renditions ON renditions.job_id = jobs.id AND renditions.kind = upper(object.kind)
            """).ToListAsync(cancellationToken);
    }
}
