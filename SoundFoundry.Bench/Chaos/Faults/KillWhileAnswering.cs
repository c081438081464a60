using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Kills a worker whose submit a provider has taken and not answered yet.</summary>
internal sealed class KillWhileAnswering : IFault
{
    private const double AnswerSeconds = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "worker killed while its submit is answered";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var provider = random.Next(2) == 0 ? "fal" : "replicate";
        await scene.Simulator.ClearFaultsAsync(cancellationToken);
        await scene.Simulator.AddFaultAsync(provider, "slow_first_byte", 1, AnswerSeconds, cancellationToken);
        var wasTaken = await Scene.UntilAsync(
            async () => await scene.Simulator.TakenAsync(provider, cancellationToken) > 0, Patience, cancellationToken);
        await scene.Simulator.ClearFaultsAsync(cancellationToken);
        if (!wasTaken) return false;

        // Of those that wait for this provider's answer, the one that has waited longest.
        const string waiting = "outcome = 'SUBMITTING' AND awaits_answer AND ended_at IS NULL AND request_id IS NULL";
        var job = await scene.Database.ValueAsync<long>(
            $"SELECT job_id FROM attempts WHERE {waiting} AND provider = $1 ORDER BY started_at LIMIT 1", cancellationToken, provider);
        if (await scene.HolderAsync(job, cancellationToken) is not { } worker) return false;
        await worker.EndAsync(Signal.Kill, cancellationToken);
        var hit = await scene.IsAsync($"SELECT 1 FROM attempts WHERE job_id = $1 AND {waiting}", job, cancellationToken);
        await scene.RestartAsync(worker, random, cancellationToken);
        return hit;
    }
}
