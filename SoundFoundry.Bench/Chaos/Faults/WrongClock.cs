using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Runs a worker for a while with a clock that is hours off.</summary>
internal sealed class WrongClock : IFault
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private const int MostHours = 72;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Variables = ["LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT"];

    public static bool IsPossible => File.Exists(Library);

    public string Name => "worker with a wrong clock";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var worker = scene.System.Workers[random.Next(scene.System.Workers.Count)];
        var hours = random.Next(1, MostHours) * (random.Next(2) == 0 ? 1 : -1);
        string[] values = [Library, $"{hours:+0;-0}h", "1", "1"];
        foreach (var (variable, value) in Variables.Zip(values)) worker.MoreSettings[variable] = value;
        await worker.EndAsync(Signal.Terminate, cancellationToken);
        await worker.StartReadyAsync(scene.System.Http, cancellationToken);
        var name = $"worker-{worker.Pid}-%";
        var hit = await Scene.UntilAsync(
            async () => await scene.Database.ValueAsync<bool>(
                "SELECT EXISTS (SELECT 1 FROM jobs WHERE status = 'COMPLETE' AND worker LIKE $1)", cancellationToken, name),
            Patience, cancellationToken);
        foreach (var variable in Variables) worker.MoreSettings.Remove(variable);
        await worker.EndAsync(Signal.Terminate, cancellationToken);
        await scene.RestartAsync(worker, random, cancellationToken);
        return hit;
    }
}
