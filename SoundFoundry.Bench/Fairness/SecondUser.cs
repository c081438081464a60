using Npgsql;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Fairness;

/// <summary>A user beside the local owner, who has no way in yet: his jobs are written as Api writes them, in one transaction.</summary>
internal static class SecondUser
{
    public static async Task<long> PlaceAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        await database.ValueAsync<long>(
            """
            WITH person AS (INSERT INTO users (id, name) OVERRIDING SYSTEM VALUE VALUES (2, 'second') ON CONFLICT (id) DO NOTHING),
            account AS (INSERT INTO accounts (user_id, available_credits) VALUES (2, 0) ON CONFLICT (user_id) DO NOTHING),
            model AS (SELECT * FROM jobs WHERE user_id = 1 ORDER BY id LIMIT 1),
            track AS (
                INSERT INTO tracks SELECT (jsonb_populate_record(tracks, jsonb_build_object(
                    'id', nextval(pg_get_serial_sequence('tracks', 'id')), 'user_id', 2, 'job_id', NULL))).*
                FROM tracks JOIN model ON model.track_id = tracks.id RETURNING id),
            job AS (
                INSERT INTO jobs (track_id, user_id, status, lane, models_version, quoted_credits, first_provider)
                SELECT track.id, 2, 'QUEUED', lane, models_version, quoted_credits, first_provider FROM track, model RETURNING id, quoted_credits),
            granted AS (INSERT INTO ledger (user_id, kind, credits) SELECT 2, 'GRANT', quoted_credits FROM job),
            held AS (INSERT INTO ledger (user_id, kind, credits, job_id) SELECT 2, 'HOLD', -quoted_credits, id FROM job),
            waiting AS (INSERT INTO outbox (job_id, user_id, lane, priority) SELECT job.id, 2, model.lane, 0 FROM job, model)
            SELECT id FROM job
            """, cancellationToken);
}
