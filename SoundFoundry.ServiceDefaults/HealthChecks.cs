using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SoundFoundry.ServiceDefaults;

public static class HealthChecks
{
    /// <summary>Tags a check that tells whether requests should be sent here, apart from servers that all replicas share.</summary>
    public const string Ready = "ready";

    /// <summary>How long one check may take before it counts as failed: the endpoints answer within two seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary><c>/health</c>: every check passes, ready for traffic. <c>/ready</c>: this replica takes requests, as a proxy asks it
    /// every second. <c>/alive</c>: the process answers.</summary>
    public static void MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
    }

    /// <summary>Bounds every registered check in time, however it was written.</summary>
    internal static void BoundHealthChecks(this IServiceCollection services) =>
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var registration in options.Registrations)
            {
                var create = registration.Factory;
                registration.Timeout = Patience;
                registration.Factory = provider => new BoundedHealthCheck(create, provider.GetRequiredService<IServiceScopeFactory>());
            }
        });

    /// <summary>Without the database, or with a schema older than this build, nothing can be done: unhealthy.</summary>
    internal static void AddDatabaseHealth<TContext>(this IServiceCollection services)
        where TContext : DbContext =>
        services.AddHealthChecks().AddCheck<DatabaseHealth<TContext>>("database").AddCheck<SchemaHealth<TContext>>("schema");

    /// <summary>For a second schema in the same database.</summary>
    public static void AddSchemaHealth<TContext>(this IServiceCollection services, string name)
        where TContext : DbContext =>
        services.AddHealthChecks().AddCheck<SchemaHealth<TContext>>(name);

    /// <summary>Without Redis tracks are still taken and nothing is lost: degraded.</summary>
    internal static void AddRedisHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<RedisHealth>("redis", HealthStatus.Degraded);
}
