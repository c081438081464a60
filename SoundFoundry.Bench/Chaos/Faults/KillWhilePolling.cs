namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Kills a worker that asks a provider about work whose id is saved.</summary>
internal sealed class KillWhilePolling : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "worker killed while polling";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        long job = 0;
        var found = await Scene.UntilAsync(
            async () => (job = await scene.PolledJobAsync(cancellationToken)) > 0, Patience, cancellationToken);
        if (!found || await scene.HolderAsync(job, cancellationToken) is not { } worker) return false;

        await worker.EndAsync(Signal.Kill, cancellationToken);
        var hit = await scene.IsAsync(
            "SELECT 1 FROM attempts JOIN jobs ON jobs.id = job_id WHERE jobs.id = $1 AND outcome = 'ACCEPTED' AND status = 'RENDERING'",
            job, cancellationToken);
        await scene.RestartAsync(worker, random, cancellationToken);
        return hit;
    }
}
