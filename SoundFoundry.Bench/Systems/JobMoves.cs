using Npgsql;

namespace SoundFoundry.Bench.Systems;

/// <summary>A diary of every change of a job's state or owner, kept by a trigger; when each was committed is PostgreSQL's own record.</summary>
internal static class JobMoves
{
    public static Task RecordAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        CREATE TABLE job_moves (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job_id bigint, status text, fence bigint, worker text, xid xid8);
        CREATE INDEX ON job_moves (job_id, id);
        CREATE FUNCTION record_job_move() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            INSERT INTO job_moves (job_id, status, fence, worker, xid) VALUES (NEW.id, NEW.status, NEW.fence, NEW.worker, pg_current_xact_id());
            RETURN NULL;
        END $$;
        CREATE TRIGGER record_new_job AFTER INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION record_job_move();
        CREATE TRIGGER record_job_move AFTER UPDATE ON jobs FOR EACH ROW
            WHEN (NEW.status <> OLD.status OR NEW.fence <> OLD.fence) EXECUTE FUNCTION record_job_move();
        CREATE FUNCTION committed_at(xid8) RETURNS timestamptz LANGUAGE sql AS $$ SELECT pg_xact_commit_timestamp($1::xid) $$;
        """, cancellationToken);

    /// <summary>For each job the milliseconds from the commit of its row to the commit of its first claim.</summary>
    public static Task<List<double>> PickupsAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => database.ListAsync(
        """
        SELECT extract(epoch FROM committed_at(claimed.xid) - committed_at(made.xid))::float8 * 1000
        FROM job_moves made JOIN job_moves claimed ON claimed.job_id = made.job_id AND claimed.fence = 1 AND claimed.status = 'RENDERING'
        WHERE made.status = 'QUEUED' AND made.fence = 0
        """, row => row.GetDouble(0), cancellationToken);
}
