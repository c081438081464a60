using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace SoundFoundry.ServiceDefaults;

/// <summary>The database and Redis clients, connected by Aspire's integrations.</summary>
/// <remarks>Health checks, traces and metrics are this library's own on both sides, so the integrations' are off. Redis
/// commands are not traced: the instrumentation is a part of Aspire's package only, and the idle polls of a queue would
/// drown the traces of requests and jobs.</remarks>
public static class Stores
{
    /// <summary>Registers a pooled <typeparamref name="TContext"/> on the connection string of that name.</summary>
    /// <remarks>No retrying strategy: a transaction of ours runs once, and its caller decides what a failure means.</remarks>
    public static void AddDatabase<TContext>(this IHostApplicationBuilder builder, string connectionName)
        where TContext : DbContext
    {
        builder.AddNpgsqlDbContext<TContext>(
            connectionName,
            settings =>
            {
                settings.ConnectionString = PostgresConnection.Bounded(settings.ConnectionString ?? "");
                settings.DisableRetry = true;
                settings.DisableHealthChecks = true;
                settings.DisableTracing = true;
                settings.DisableMetrics = true;
            },
            options => options.UseSnakeCaseNamingConvention());
        builder.Services.AddDatabaseHealth<TContext>();
    }

    /// <summary>Registers the one multiplexer; it connects lazily and survives an absent server.</summary>
    public static void AddRedis(this IHostApplicationBuilder builder, string connectionName)
    {
        builder.AddRedisClient(
            connectionName,
            settings =>
            {
                settings.DisableHealthChecks = true;
                settings.DisableTracing = true;
            },
            RedisConnection.Configure);
        builder.Services.AddRedisHealth();
    }
}
