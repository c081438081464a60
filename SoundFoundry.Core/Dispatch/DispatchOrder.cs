using Npgsql;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Dispatch;

/// <summary>Whose turn it is, in SQL: the relay dispatches by it, and the queue positions that users see are told from it.</summary>
/// <remarks>Jobs that were begun before come first: somebody waits for them already, and their render may be done. Then it is the turn of
/// the user who has the fewest jobs at work in this lane; among equals, of the one served longest ago; then of the oldest job. A user's own
/// jobs go by priority, then by age. <c>level</c> is what a user would have at work with this job, so that a pass that fills several slots
/// goes around.</remarks>
public static class DispatchOrder
{
    /// <summary>What the relation <c>ranked</c> is to be sorted by.</summary>
    public const string By = "begun DESC, level, turn, served_at NULLS FIRST, job_id";

    /// <summary>Ends with the relation <c>ranked</c> (job_id, user_id, begun, provider, turn, level, of_user, served_at): the waiting jobs of
    /// a lane that may go now; and has <c>limits</c> (provider, free). To be continued with a comma or a SELECT.</summary>
    /// <remarks>The work that a provider may have is counted where it is, or where its route begins as long as it waits.</remarks>
    public const string Ranked =
        """
        WITH busy AS (
            SELECT user_id, lane, coalesce(provider, first_provider) AS provider FROM jobs WHERE status = 'RENDERING'
            UNION ALL
            SELECT outbox.user_id, outbox.lane, jobs.first_provider FROM outbox JOIN jobs ON jobs.id = outbox.job_id
            WHERE dispatched_at > now() - interval '5 seconds' AND jobs.status = 'QUEUED'),
        users AS (
            SELECT user_id, count(*) FILTER (WHERE lane = @lane) AS in_lane, count(*) AS in_all FROM busy GROUP BY user_id),
        limits AS (
            SELECT name AS provider, most - (SELECT count(*) FROM busy WHERE busy.provider = name) AS free
            FROM unnest(@providers, @most) AS given (name, most)),
        waiting AS (
            SELECT outbox.job_id, outbox.user_id, outbox.priority = @begun AS begun,
                CASE outbox.priority WHEN @begun THEN coalesce(jobs.provider, first_provider) ELSE first_provider END AS provider,
                row_number() OVER (
                    PARTITION BY outbox.user_id ORDER BY outbox.priority = @begun DESC, outbox.priority DESC, outbox.job_id) AS turn
            FROM outbox JOIN jobs ON jobs.id = outbox.job_id
            WHERE outbox.lane = @lane AND available_at <= now()
                AND (dispatched_at IS NULL OR dispatched_at <= now() - interval '5 seconds')
                AND (jobs.status = 'QUEUED' OR (jobs.status = 'RENDERING' AND jobs.lease_until < now()))
                AND (outbox.priority = @begun OR NOT @strict OR (
                    NOT EXISTS (SELECT 1 FROM dispatch_control WHERE mode = 'PAUSED')
                    AND NOT EXISTS (SELECT 1 FROM limits WHERE limits.provider = first_provider AND free <= 0)))),
        served AS MATERIALIZED (
            SELECT user_id, (SELECT max(started_at) FROM jobs WHERE jobs.user_id = waiting.user_id) AS served_at
            FROM waiting WHERE turn = 1),
        ranked AS (
            SELECT waiting.*, coalesce(in_lane, 0) + turn AS level, coalesce(in_all, 0) + turn AS of_user, served_at
            FROM waiting JOIN served USING (user_id) LEFT JOIN users USING (user_id))
        """;

    /// <param name="strict">Whether a paused queue and full providers hold jobs back, as they do for the relay.</param>
    public static List<object> Parameters(Lane lane, DispatchOptions options, bool strict)
    {
        var limits = options.PerProvider.Where(limit => limit.Value > 0).ToList();
        return
        [
            new NpgsqlParameter<string>("lane", lane.Word()),
            new NpgsqlParameter<int>("begun", OutboxMessage.Begun),
            new NpgsqlParameter<bool>("strict", strict),
            new NpgsqlParameter<string[]>("providers", [.. limits.Select(limit => limit.Key)]),
            new NpgsqlParameter<int[]>("most", [.. limits.Select(limit => limit.Value)]),
        ];
    }
}
