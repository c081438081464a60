using Microsoft.Extensions.Options;

namespace SoundFoundry.Worker.Renders;

/// <summary>How long a job waits before it is tried again: longer each time, and never in step with others.</summary>
internal sealed class RetryPace(IOptions<WorkerOptions> options, Random random)
{
    private const int Growth = 4;
    private const double Jitter = 0.2;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="retries">How often it was put off before.</param>
    /// <param name="atLeast">What providers asked for; never undercut.</param>
    public TimeSpan After(int retries, TimeSpan atLeast)
    {
        var usual = TimeSpan.FromSeconds(
            Math.Min(options.Value.RetryDelay.TotalSeconds * Math.Pow(Growth, retries), Longest.TotalSeconds));
        return (usual > atLeast ? usual : atLeast) + (usual * Jitter * random.NextDouble());
    }
}
