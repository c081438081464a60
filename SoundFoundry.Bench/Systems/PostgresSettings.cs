using Npgsql;

namespace SoundFoundry.Bench.Systems;

/// <summary>What a measurement asks of PostgreSQL beside its defaults.</summary>
internal static class PostgresSettings
{
    /// <summary>From now on every transaction remembers when it was committed.</summary>
    public static async Task ApplyAsync(PostgresServer server, CancellationToken cancellationToken)
    {
        await using (var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false"))
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("ALTER SYSTEM SET track_commit_timestamp = on", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await server.StopAsync();
        await server.StartAgainAsync(cancellationToken);
    }
}
