using SoundFoundry.Bench.Chaos.Gates;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Kills a worker between the commit of its claim and the acknowledgement of the entry, which Redis is too slow to take.</summary>
internal sealed class KillBeforeAcknowledging : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(2);

    public string Name => "worker killed before the ack";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var job = await scene.ComingJobAsync(cancellationToken);
        await using var gate = await Gate.CloseAsync(scene.Database, GatePoint.Claim, job, cancellationToken);
        if (await gate.SomeoneWaitsAsync(Patience, cancellationToken) is null) return false;
        if (scene.WorkerNamed(await scene.Lanes.ReaderOfAsync(job)) is not { } worker) return false;

        await scene.Lanes.HangAsync(Hang);
        await gate.DisposeAsync();
        const string claimed = "SELECT 1 FROM jobs WHERE id = $1 AND status = 'RENDERING'";
        var isClaimed = await Scene.UntilAsync(() => scene.IsAsync(claimed, job, cancellationToken), Hang / 2, cancellationToken);
        await worker.EndAsync(Signal.Kill, cancellationToken);
        var hit = isClaimed && await scene.Lanes.ReaderOfAsync(job) is not null;
        await scene.RestartAsync(worker, random, cancellationToken);
        return hit;
    }
}
