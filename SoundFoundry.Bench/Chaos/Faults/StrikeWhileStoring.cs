using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Stops a worker in the middle of writing an object: for good, or until its jobs belong to others.</summary>
internal sealed class StrikeWhileStoring(bool kills) : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => kills ? "worker killed while storing" : "worker frozen while storing";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(scene.System.AudioFolder, ".incoming");
        if (await PutWatch.CatchAsync(scene.System.Workers, incoming, Patience, cancellationToken) is not { } caught) return false;
        if (kills)
        {
            await caught.Worker.EndAsync(Signal.Kill, cancellationToken);
            var hit = File.Exists(caught.File);
            await scene.RestartAsync(caught.Worker, random, cancellationToken);
            return hit;
        }

        try
        {
            return await scene.LosesItsJobsAsync(caught.Worker, cancellationToken) && File.Exists(caught.File);
        }
        finally
        {
            caught.Worker.Send(Signals.Continue);
        }
    }
}
