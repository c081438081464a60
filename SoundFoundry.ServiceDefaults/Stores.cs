using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace SoundFoundry.ServiceDefaults;

/// <summary>The database and Redis clients, connected by this library itself.</summary>
public static class Stores
{
    /// <summary>Registers a pooled <typeparamref name="TContext"/> on the connection string of that name.</summary>
    /// <remarks>No retrying strategy: a transaction of ours runs once, and its caller decides what a failure means.</remarks>
    public static void AddDatabase<TContext>(this IHostApplicationBuilder builder, string connectionName)
        where TContext : DbContext
    {
        var connectionString = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing: set ConnectionStrings__{connectionName}.");
        var bounded = PostgresConnection.Bounded(connectionString);
        builder.Services.AddDbContextPool<TContext>(options => options.UseNpgsql(bounded).UseSnakeCaseNamingConvention());
        builder.Services.AddDatabaseHealth<TContext>();
    }

    /// <summary>Registers the one <see cref="IConnectionMultiplexer"/>; it connects lazily and survives an absent server.</summary>
    public static void AddRedis(this IHostApplicationBuilder builder, string connectionName)
    {
        var options = ConfigurationOptions.Parse(builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing: set ConnectionStrings__{connectionName}."));
        RedisConnection.Configure(options);
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        builder.Services.AddRedisHealth();
    }
}
