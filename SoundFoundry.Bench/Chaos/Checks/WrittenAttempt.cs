using Npgsql;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What the row says of an attempt.</summary>
/// <param name="IsReconciled">Whether its end was found out only after its job had gone on without it.</param>
internal sealed record WrittenAttempt(int Order, string Provider, int Submits, string? RequestId, string Outcome, bool IsReconciled)
{
    public static Task<List<WrittenAttempt>> ReadAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => database.ListAsync(
        """
        SELECT prompt, attempts.provider, submits, request_id, outcome, reconciled_at IS NOT NULL
        FROM attempts JOIN jobs ON jobs.id = job_id JOIN tracks ON tracks.id = track_id
        """,
        row => new WrittenAttempt(
            OrderMark.Find(row.GetString(0)) ?? 0, row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3),
            row.GetString(4), row.GetBoolean(5)),
        cancellationToken);
}
