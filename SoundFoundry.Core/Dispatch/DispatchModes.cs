using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Dispatch;

/// <summary>The operator's word about the queue. The relay reads it in the statement by which it chooses.</summary>
public static class DispatchModes
{
    /// <summary>Whether no new job may be accepted.</summary>
    public static Task<bool> IsDrainingAsync(this SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.DispatchControl.AnyAsync(control => control.Mode == DispatchMode.Draining, cancellationToken);

    /// <summary>What waited through a pause gets its full time again.</summary>
    /// <returns>Whether that was a change.</returns>
    public static async Task<bool> SetDispatchModeAsync(this SoundFoundryDb db, DispatchMode mode, CancellationToken cancellationToken)
    {
        var word = mode.Word();
        var changed = await db.Database.SqlQuery<int>(
            $"""
            WITH held AS (SELECT mode FROM dispatch_control WHERE mode <> {word} FOR UPDATE),
            changed AS (UPDATE dispatch_control SET mode = {word}, changed_at = now() FROM held RETURNING held.mode),
            waiting AS (
                UPDATE jobs SET deadline_at = greatest(deadline_at, now() + interval '1 day') FROM changed
                WHERE changed.mode = 'PAUSED' AND jobs.status = 'QUEUED')
            SELECT count(*)::int AS "Value" FROM changed
            """).ToListAsync(cancellationToken);
        return changed.Single() == 1;
    }
}
