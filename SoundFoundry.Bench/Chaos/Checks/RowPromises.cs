namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What the rows alone must show when everything has ended.</summary>
internal static class RowPromises
{
    private const string AllJobs = "SELECT count(*) FROM jobs";

    public static IReadOnlyList<SqlPromise> All { get; } =
    [
        new("every job has ended", AllJobs,
            "SELECT format('job %s is %s (%s), claims %s', id, status, stage, claims) FROM jobs WHERE status IN ('QUEUED', 'RENDERING')"),
        new("no order became two tracks or two jobs", "SELECT count(DISTINCT prompt) FROM tracks",
            """
            SELECT format('%s: %s tracks, %s jobs', prompt, count(DISTINCT tracks.id), count(jobs.id))
            FROM tracks LEFT JOIN jobs ON track_id = tracks.id GROUP BY prompt HAVING count(DISTINCT tracks.id) <> 1 OR count(jobs.id) <> 1
            """),
        new("every balance is the sum of its rows, and not negative", "SELECT count(*) FROM accounts",
            """
            SELECT format('user %s: %s available, rows say %s', accounts.user_id, available_credits, coalesce(sum(credits), 0))
            FROM accounts LEFT JOIN ledger ON ledger.user_id = accounts.user_id GROUP BY accounts.user_id, available_credits
            HAVING available_credits <> coalesce(sum(credits), 0) OR available_credits < 0
            """),
        new("every hold was settled or released, once", "SELECT count(*) FROM ledger WHERE kind = 'HOLD'",
            """
            SELECT format('job %s: %s holds, %s endings', jobs.id,
                count(*) FILTER (WHERE kind = 'HOLD'), count(*) FILTER (WHERE kind IN ('SETTLE', 'RELEASE')))
            FROM jobs LEFT JOIN ledger ON job_id = jobs.id GROUP BY jobs.id
            HAVING count(*) FILTER (WHERE kind = 'HOLD') <> 1 OR count(*) FILTER (WHERE kind IN ('SETTLE', 'RELEASE')) <> 1
            """),
        new("every charge is what the ledger took, at most the quote, and nothing without audio", AllJobs,
            """
            SELECT format('job %s (%s): charged %s of %s, ledger %s', jobs.id, status, charged_credits, quoted_credits, sum(credits))
            FROM jobs JOIN ledger ON job_id = jobs.id GROUP BY jobs.id
            HAVING sum(credits) <> -charged_credits OR charged_credits > quoted_credits OR (status <> 'COMPLETE' AND charged_credits <> 0)
            """),
        new("no job waits to be dispatched", "SELECT count(*) FROM outbox", "SELECT format('job %s is in the outbox', job_id) FROM outbox"),
        new("no lease is held", AllJobs, "SELECT format('job %s: lease until %s', id, lease_until) FROM jobs WHERE lease_until IS NOT NULL"),
        new("every attempt has ended", "SELECT count(*) FROM attempts",
            "SELECT format('attempt %s of job %s is %s', id, job_id, outcome) FROM attempts WHERE ended_at IS NULL"),
        new("every submit of unknown outcome at Replicate was reconciled",
            "SELECT count(*) FROM attempts WHERE provider = 'replicate' AND lost_at IS NOT NULL",
            """
            SELECT format('attempt %s of job %s, lost at %s', id, job_id, lost_at) FROM attempts
            WHERE provider = 'replicate' AND outcome = 'UNKNOWN' AND reconciled_at IS NULL
            """),
    ];
}
