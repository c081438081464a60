using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Tests.Stack;

/// <summary>Finished tracks that nobody had to render: rows as they stand after it, without the audio.</summary>
internal static class SeededTracks
{
    /// <summary>The local owner's, named "{tag} 00001" and so on in the order of making, a second longer each.</summary>
    public static async Task SeedAsync(this RunningStack stack, string tag, int count)
    {
        var cancelled = TestContext.Current.CancellationToken;
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO tracks (user_id, title, prompt, tags, duration_s, has_vocals, style_strength, seed, favorite)
            SELECT {User.LocalOwnerId}, {tag} || ' ' || lpad(number::text, 5, '0'), 'seeded', ARRAY[{tag}], 30, false, 0.5, number, false
            FROM generate_series(1, {count}) AS number ORDER BY number
            """, cancelled));
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO jobs (track_id, user_id, status, lane, models_version, quoted_credits, charged_credits, provider, model, attempt,
                cancel_requested, fence, claims, progress, completed_at, artifact_duration_s, artifact_key, artifact_content_type, artifact_sha256,
                artifact_bytes, artifact_peaks)
            SELECT id, user_id, 'COMPLETE', 'STUDIO', 'seeded', 0, 0, 'studio', 'studio-1', 1, false, 1, 1, 1, now(), 30 + seed, 'users/none', 'audio/wav',
                repeat('0', 64), 1000, decode(repeat('00ff40c0', 100), 'hex')
            FROM tracks WHERE tags @> ARRAY[{tag}]::text[] AND job_id IS NULL
            """, cancelled));
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE tracks SET job_id = jobs.id FROM jobs WHERE tracks.id = jobs.track_id AND tracks.job_id IS NULL", cancelled));
    }

    public static Task ForgetAsync(this RunningStack stack, string tag) => stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE tracks SET deleted_at = now() WHERE tags @> ARRAY[{tag}]::text[]", TestContext.Current.CancellationToken));
}
