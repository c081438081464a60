using SoundFoundry.Bench.Chaos.Gates;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Kills the worker that has come to a gate, so that what it was about to write is never written.</summary>
/// <param name="evidence">What the rows then say of the job, $1, if the moment was hit.</param>
internal sealed class KillAtGate(string name, GatePoint point, string evidence) : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => name;

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var job = await scene.ComingJobAsync(cancellationToken);
        await using var gate = await Gate.CloseAsync(scene.Database, point, job, cancellationToken);
        if (await gate.SomeoneWaitsAsync(Patience, cancellationToken) is not { } session) return false;
        var worker = point == GatePoint.Claim
            ? scene.WorkerNamed(await scene.Lanes.ReaderOfAsync(job))
            : await scene.HolderAsync(job, cancellationToken);
        if (worker is null) return false;

        await worker.EndAsync(Signal.Kill, cancellationToken);
        await gate.CutOffAsync(session, cancellationToken);
        var hit = await scene.IsAsync(evidence, job, cancellationToken)
            && (point != GatePoint.Claim || await scene.Lanes.ReaderOfAsync(job) is not null);
        await gate.DisposeAsync();
        await scene.RestartAsync(worker, random, cancellationToken);
        return hit;
    }
}
