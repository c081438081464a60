using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Freezes a worker past its leases, and lets it go on when its jobs belong to others.</summary>
internal sealed class FreezeWhilePolling : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "worker frozen past its lease";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        long job = 0;
        var found = await Scene.UntilAsync(
            async () => (job = await scene.PolledJobAsync(cancellationToken)) > 0, Patience, cancellationToken);
        if (!found || await scene.HolderAsync(job, cancellationToken) is not { } worker) return false;

        worker.Send(Signals.Stop);
        try
        {
            return await scene.LosesItsJobsAsync(worker, cancellationToken);
        }
        finally
        {
            worker.Send(Signals.Continue);
        }
    }
}
