using SoundFoundry.Bench.Chaos.Gates;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Empties Redis when a worker has read an entry and not claimed its job, and kills that worker: nobody knows of the job any
/// more but PostgreSQL.</summary>
internal sealed class FlushRedis : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "redis flushed";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var job = await scene.ComingJobAsync(cancellationToken);
        await using var gate = await Gate.CloseAsync(scene.Database, GatePoint.Claim, job, cancellationToken);
        if (await gate.SomeoneWaitsAsync(Patience, cancellationToken) is not { } session) return false;
        if (scene.WorkerNamed(await scene.Lanes.ReaderOfAsync(job)) is not { } worker) return false;

        await scene.Lanes.FlushAsync();
        await worker.EndAsync(Signal.Kill, cancellationToken);
        await gate.CutOffAsync(session, cancellationToken);
        var hit = await scene.IsAsync(
            "SELECT 1 FROM jobs JOIN outbox ON job_id = id WHERE id = $1 AND status = 'QUEUED' AND dispatched_at IS NOT NULL", job, cancellationToken);
        await gate.DisposeAsync();
        await scene.RestartAsync(worker, random, cancellationToken);
        return hit;
    }
}
