using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Stops a worker as an operator does, in the middle of its work: when it has ended, it holds nothing.</summary>
internal sealed class StopWorker : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "worker stopped cleanly";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        long job = 0;
        var found = await Scene.UntilAsync(
            async () => (job = await scene.PolledJobAsync(cancellationToken)) > 0, Patience, cancellationToken);
        if (!found || await scene.HolderAsync(job, cancellationToken) is not { } worker) return false;

        await worker.EndAsync(Signal.Terminate, cancellationToken);
        var holds = await scene.Database.ValueAsync<long>(
            "SELECT count(*) FROM jobs WHERE status = 'RENDERING' AND worker LIKE $1", cancellationToken, $"worker-{worker.Pid}-%");
        await scene.RestartAsync(worker, random, cancellationToken);
        return holds == 0;
    }
}
