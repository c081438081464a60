using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SoundFoundry.Worker.Loops;

internal sealed class LoopHealth(LoopPulse pulse) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.Silent(Patience) is { Count: > 0 } silent
            ? HealthCheckResult.Unhealthy($"No progress: {string.Join(", ", silent)}.")
            : HealthCheckResult.Healthy());
}
