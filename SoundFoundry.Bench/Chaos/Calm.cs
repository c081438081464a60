using SoundFoundry.Bench.Chaos.Checks;
using SoundFoundry.Bench.Chaos.Faults;
using SoundFoundry.Bench.Listening;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos;

/// <summary>Waits after the storm, each time only as long as the system may take.</summary>
internal static class Calm
{
    private static readonly TimeSpan ForEndings = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ForStreams = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForLostAnswers = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForTheSweep = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ForEvents = TimeSpan.FromSeconds(20);

    public static async Task ReturnAsync(Scene scene, EventListener listener, CancellationToken cancellationToken)
    {
        await NoneAsync(scene, "jobs WHERE status IN ('QUEUED', 'RENDERING')", ForEndings, cancellationToken);
        await Scene.UntilAsync(async () => await scene.Lanes.CountAsync() == (0, 0), ForStreams, cancellationToken);
        await NoneAsync(
            scene, "attempts WHERE provider = 'replicate' AND outcome = 'UNKNOWN' AND reconciled_at IS NULL", ForLostAnswers, cancellationToken);
        LeftObjects.LetTimePass(scene.System);
        await Scene.UntilAsync(async () => await IsSweptAsync(scene, cancellationToken), ForTheSweep, cancellationToken);
        await Scene.UntilAsync(
            () => Task.FromResult(scene.Customers.Accepted.Values.All(order => listener.Seen.HasEnded(order.JobId))), ForEvents, cancellationToken);
    }

    private static async Task<bool> IsSweptAsync(Scene scene, CancellationToken cancellationToken) =>
        LeftObjects.Temporary(scene.System).Count == 0 && (await LeftObjects.ReadAsync(scene.System, cancellationToken)).Count == 0;

    private static Task NoneAsync(Scene scene, string rows, TimeSpan patience, CancellationToken cancellationToken) => Scene.UntilAsync(
        async () => await scene.Database.ValueAsync<long>($"SELECT count(*) FROM {rows}", cancellationToken) == 0, patience, cancellationToken);
}
