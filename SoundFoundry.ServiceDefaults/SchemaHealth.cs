using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SoundFoundry.ServiceDefaults;

/// <summary>Not ready until the database's schema is at least the one this build was made for.</summary>
internal sealed class SchemaHealth<TContext>(TContext db) : IHealthCheck
    where TContext : DbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return missing == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The schema lacks {missing} migration(s). Start the Api once with the argument \"migrate\".");
    }
}
