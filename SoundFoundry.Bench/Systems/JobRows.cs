namespace SoundFoundry.Bench.Systems;

/// <summary>Which jobs are meant, as the end of a query that counts.</summary>
internal static class JobRows
{
    public const string Unfinished = "jobs WHERE status IN ('QUEUED', 'RENDERING')";

    public const string NotAtProvider =
        "jobs WHERE status = 'QUEUED' OR (status = 'RENDERING' AND NOT EXISTS (SELECT 1 FROM attempts WHERE job_id = jobs.id AND outcome = 'ACCEPTED'))";
}
