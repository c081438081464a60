using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Dispatch;

/// <summary>Whose turn it is. Fairness and priority live here, in PostgreSQL; the stream only carries what was chosen.</summary>
internal static class OutboxChoice
{
    /// <remarks>A user can't get more jobs than there is room, so what is behind that is not looked at.</remarks>
    private const string Choose = DispatchOrder.Ranked +
        $"""
        ,
        room AS (
            SELECT greatest(0,
                (SELECT coalesce(sum(CASE @lane WHEN 'STUDIO' THEN studio_slots ELSE remote_slots END), 0) FROM workers
                    WHERE seen_at > now() - interval '6 seconds' AND left_at IS NULL)
                - (SELECT count(*) FROM jobs WHERE status = 'RENDERING' AND lane = @lane AND lease_until > now())
                - (SELECT count(*) FROM outbox WHERE lane = @lane AND dispatched_at > now() - interval '5 seconds')) AS free),
        allowed AS (
            SELECT ranked.*, row_number() OVER (PARTITION BY provider ORDER BY {DispatchOrder.By}) AS at_provider FROM ranked
            WHERE turn <= (SELECT free FROM room) AND (begun OR @per_user = 0 OR of_user <= @per_user)),
        chosen AS (
            SELECT job_id, row_number() OVER (ORDER BY {DispatchOrder.By}) AS place FROM allowed LEFT JOIN limits USING (provider)
            WHERE begun OR limits.free IS NULL OR at_provider <= limits.free
            ORDER BY place LIMIT (SELECT free FROM room)),
        marked AS (
            UPDATE outbox SET dispatched_at = now() FROM chosen WHERE outbox.job_id = chosen.job_id RETURNING outbox.job_id, place)
        SELECT marked.job_id, jobs.trace_parent FROM marked JOIN jobs ON jobs.id = marked.job_id ORDER BY place
        """;

    /// <summary>Marks as dispatched, and returns in their order, as many waiting jobs as the live workers have free slots and the limits
    /// allow. What was begun before is held back by no limit: it has its place at the provider already.</summary>
    /// <remarks>A job dispatched five seconds ago and still not claimed is chosen again: its entry was lost with its stream, or with
    /// the worker that read it. If it was not, the second entry finds the job claimed and is dropped.</remarks>
    public static async Task<List<RenderMessage>> ChooseAsync(
        this SoundFoundryDb db, Lane lane, DispatchOptions options, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Choose;
            command.Parameters.AddRange(DispatchOrder.Parameters(lane, options, strict: true).ToArray());
            command.Parameters.Add(new NpgsqlParameter<int>("per_user", options.PerUser));
            await command.PrepareAsync(cancellationToken); // it runs at every ring, and to plan it takes longer than an empty queue
            return await ReadAsync(command, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<RenderMessage>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var chosen = new List<RenderMessage>();
        while (await reader.ReadAsync(cancellationToken))
            chosen.Add(new RenderMessage(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        return chosen;
    }
}
