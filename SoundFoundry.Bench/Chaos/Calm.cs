using SoundFoundry.Bench.Chaos.Faults;
using SoundFoundry.Bench.Chaos.Listening;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos;

/// <summary>Waits after the storm, each time only as long as the system may take.</summary>
internal static class Calm
{
    private static readonly TimeSpan ForEndings = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ForStreams = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForLostAnswers = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForEvents = TimeSpan.FromSeconds(20);

    public static async Task ReturnAsync(Scene scene, EventListener listener, CancellationToken cancellationToken)
    {
        await NoneAsync(scene, "jobs WHERE status IN ('QUEUED', 'RENDERING')", ForEndings, cancellationToken);
        await Scene.UntilAsync(async () => await scene.Lanes.CountAsync() == (0, 0), ForStreams, cancellationToken);
        await NoneAsync(
            scene, "attempts WHERE provider = 'replicate' AND outcome = 'UNKNOWN' AND reconciled_at IS NULL", ForLostAnswers, cancellationToken);
        await Scene.UntilAsync(
            () => Task.FromResult(scene.Customers.Accepted.Values.All(order => listener.Seen.HasEnded(order.JobId))), ForEvents, cancellationToken);
    }

    private static Task NoneAsync(Scene scene, string rows, TimeSpan patience, CancellationToken cancellationToken) => Scene.UntilAsync(
        async () => await scene.Database.ValueAsync<long>($"SELECT count(*) FROM {rows}", cancellationToken) == 0, patience, cancellationToken);
}
