using Npgsql;

namespace SoundFoundry.Bench.Chaos.Gates;

/// <summary>A gate closed for one job; it opens when this is disposed of, which may be done twice.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly NpgsqlConnection _connection;
    private readonly GatePoint _point;
    private readonly int _job;
    private bool _isOpen;

    private Gate(NpgsqlConnection connection, GatePoint point, long job) => (_connection, _point, _job) = (connection, point, (int)job);

    public static async Task<Gate> CloseAsync(NpgsqlDataSource database, GatePoint point, long job, CancellationToken cancellationToken)
    {
        var gate = new Gate(await database.OpenConnectionAsync(cancellationToken), point, job);
        await gate.ExecuteAsync($"SELECT pg_advisory_lock({(int)point}, {job})", cancellationToken);
        return gate;
    }

    /// <summary>Returns the session of PostgreSQL that waits at the gate; null if none came in time.</summary>
    public async Task<int?> SomeoneWaitsAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < patience;)
        {
            await using var command = new NpgsqlCommand(
                $"SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = {(int)_point} AND objid = {_job} LIMIT 1",
                _connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is int session) return session;
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }

        return null;
    }

    /// <summary>Ends a session whose client is dead, as the network would tell PostgreSQL: what it waited to write is never written.</summary>
    public Task CutOffAsync(int session, CancellationToken cancellationToken) =>
        ExecuteAsync($"SELECT pg_terminate_backend({session}, 5000)", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_isOpen) return;
        _isOpen = true;
        try
        {
            await ExecuteAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The session is gone, and its lock with it.
        }

        await _connection.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
