using Npgsql;
using SoundFoundry.Tests.Servers;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace SoundFoundry.Tests.Servers;

/// <summary>The one PostgreSQL of a test run, started by the first test that asks for a database.</summary>
/// <remarks>A test class takes it as a constructor parameter and makes its own database. A test that stops the server
/// starts a <see cref="PostgresServer"/> of its own instead.</remarks>
public sealed class SharedPostgres : IAsyncDisposable
{
    /// <summary>More than the product allows itself: no promise of a test is about how busy the machine is.</summary>
    private const int PatienceSeconds = 60;

    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync(CancellationToken.None));

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var database = await (await _server.Value).CreateDatabaseAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(database)
        {
            Timeout = PatienceSeconds,
            CommandTimeout = PatienceSeconds,

            // Every test class has a database, and so a pool, of its own: what they keep open adds up to more than a server takes.
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
        }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
