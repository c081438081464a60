using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Workers;

namespace SoundFoundry.Api.Health;

/// <summary>Says so when accepted jobs would wait because no worker is there.</summary>
internal sealed class WorkerHealth(SoundFoundryDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.AliveWorkers().AnyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("No worker is running; accepted jobs wait.");
}
