using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Renditions;

/// <summary>Reads what was made without asking for it.</summary>
public static class RenditionReading
{
    /// <summary>The stored object's key, which counts as a use of it; null if it has not been made yet or was removed.</summary>
    public static async Task<string?> FindMadeAsync(this SoundFoundryDb db, long jobId, RenditionKind kind, CancellationToken cancellationToken)
    {
        var made = await db.Renditions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.JobId == jobId && row.Kind == kind && row.State == RenditionState.Made, cancellationToken);
        if (made is null) return null;
        await db.Database.ExecuteSqlAsync(
            $"UPDATE renditions SET asked_at = now() WHERE id = {made.Id} AND asked_at < now() - interval '1 day'", cancellationToken);
        return made.Key;
    }
}
