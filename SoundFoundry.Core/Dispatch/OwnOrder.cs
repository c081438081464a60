using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Dispatch;

/// <summary>The order of a user's own jobs. Whose turn it is among users does not change with it.</summary>
public static class OwnOrder
{
    /// <summary>Puts a waiting job before the others of its user. One that a worker had begun goes before everybody's anyway.</summary>
    /// <returns>False if it does not wait any more.</returns>
    public static async Task<bool> PutFirstAsync(this SoundFoundryDb db, long jobId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET priority = CASE priority WHEN {OutboxMessage.Begun} THEN priority ELSE
                (SELECT greatest(max(own.priority), {OutboxMessage.Begun}) + 1 FROM outbox AS own WHERE own.user_id = outbox.user_id) END
            WHERE job_id = {jobId}
            """, cancellationToken) == 1;
}
