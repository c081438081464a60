using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Dispatch;

/// <summary>The operator's word about the queue. The relay reads it in the statement by which it chooses.</summary>
public static class DispatchModes
{
    public static Task<DispatchControl> DispatchAsync(this SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.DispatchControl.AsNoTracking().SingleAsync(cancellationToken);

    /// <returns>Whether that was a change.</returns>
    public static async Task<bool> SetDispatchAsync(this SoundFoundryDb db, DispatchMode mode, CancellationToken cancellationToken)
    {
        var word = mode.Word();
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE dispatch_control SET mode = {word}, changed_at = now() WHERE mode <> {word}", cancellationToken) == 1;
    }
}
