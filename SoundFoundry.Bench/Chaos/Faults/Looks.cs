using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>What faults ask of the rows.</summary>
internal static class Looks
{
    private static readonly TimeSpan LongestTakeover = TimeSpan.FromSeconds(30);

    public static async Task<long> NewestJobAsync(this Scene scene, CancellationToken cancellationToken) =>
        await scene.Database.ValueAsync<long>("SELECT coalesce(max(id), 0) FROM jobs", cancellationToken);

    /// <summary>The newest job whose provider is being asked about it; 0 if there is none.</summary>
    public static async Task<long> PolledJobAsync(this Scene scene, CancellationToken cancellationToken) =>
        await scene.Database.ValueAsync<long>(
            """
            SELECT jobs.id FROM jobs JOIN attempts ON job_id = jobs.id
            WHERE status = 'RENDERING' AND stage IN ('rendering', 'waiting_at_provider') AND outcome = 'ACCEPTED' AND lease_until > now()
            ORDER BY accepted_at DESC LIMIT 1
            """, cancellationToken);

    /// <summary>Waits until a frozen worker's jobs all belong to others.</summary>
    /// <returns>Whether it had any, and they do.</returns>
    public static async Task<bool> LosesItsJobsAsync(this Scene scene, Service worker, CancellationToken cancellationToken)
    {
        var name = $"worker-{worker.Pid}-%";
        const string held = "SELECT count(*) FROM jobs WHERE status = 'RENDERING' AND worker LIKE $1";
        if (await scene.Database.ValueAsync<long>(held, cancellationToken, name) == 0) return false;
        return await Scene.UntilAsync(
            async () => await scene.Database.ValueAsync<long>(held, cancellationToken, name) == 0, LongestTakeover, cancellationToken);
    }
}
