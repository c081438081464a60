using SoundFoundry.Bench.Chaos.Gates;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Freezes a worker inside the transaction that completes a job, past its lease, and lets it go on.</summary>
internal sealed class FreezeWhileCommitting : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(8);

    public string Name => "worker frozen in its last transaction";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var job = await scene.ComingJobAsync(cancellationToken);
        await using var gate = await Gate.CloseAsync(scene.Database, GatePoint.Settle, job, cancellationToken);
        if (await gate.SomeoneWaitsAsync(Patience, cancellationToken) is not { } session) return false;
        if (await scene.HolderAsync(job, cancellationToken) is not { } worker) return false;

        worker.Send(Signals.Stop);
        try
        {
            await gate.DisposeAsync();
            var hit = await Scene.UntilAsync(
                () => scene.IsAsync("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'idle in transaction'", session, cancellationToken),
                TimeSpan.FromSeconds(1), cancellationToken);
            await Task.Delay(PastTheLease, TimeProvider.System, cancellationToken);
            return hit;
        }
        finally
        {
            worker.Send(Signals.Continue);
        }
    }
}
