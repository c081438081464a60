using Npgsql;
using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Worker.Leases;

/// <summary>The statement that renews leases, on a connection of its own and without the thread pool.</summary>
internal sealed class LeaseRenewal(string connectionString, TimeSpan lease) : IDisposable
{
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "soundfoundry-leases",
        Pooling = false,
        Timeout = 2,
        CommandTimeout = 2,
    }.ConnectionString;

    private NpgsqlConnection? _connection;

    /// <returns>How each job stands; one that is missing has another owner, or could.</returns>
    public Dictionary<long, RenewedLease> Renew(IReadOnlyList<JobClaim> claims)
    {
        try
        {
            return RenewOn(Open(), claims);
        }
        catch
        {
            // A connection that failed once is not trusted again.
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private NpgsqlConnection Open()
    {
        if (_connection is not null) return _connection;
        var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        return _connection = connection;
    }

    private Dictionary<long, RenewedLease> RenewOn(NpgsqlConnection connection, IReadOnlyList<JobClaim> claims)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            WITH held AS (SELECT * FROM unnest(@ids, @fences) AS held (id, fence)),
            renewed AS (
                UPDATE jobs SET lease_until = now() + @lease FROM held
                WHERE jobs.id = held.id AND jobs.fence = held.fence AND jobs.status = 'RENDERING'
                    AND jobs.lease_until > now() AND jobs.deadline_at > now()
                RETURNING jobs.id, jobs.cancel_requested)
            SELECT id, CASE WHEN cancel_requested THEN 'Canceled' ELSE 'Good' END FROM renewed
            UNION ALL
            SELECT id, 'Ended' FROM held JOIN jobs USING (id, fence) WHERE status <> 'RENDERING'
            """;
        command.Parameters.AddWithValue("lease", lease);
        command.Parameters.AddWithValue("ids", claims.Select(claim => claim.JobId).ToArray());
        command.Parameters.AddWithValue("fences", claims.Select(claim => claim.Fence).ToArray());
        using var reader = command.ExecuteReader();
        var renewed = new Dictionary<long, RenewedLease>();
        while (reader.Read()) renewed[reader.GetInt64(0)] = Enum.Parse<RenewedLease>(reader.GetString(1));
        return renewed;
    }
}

internal enum RenewedLease
{
    Good,

    /// <summary>Good, and the user asked to stop.</summary>
    Canceled,

    /// <summary>The job has ended, or was given back, under this very claim; whoever held it is only tidying up.</summary>
    Ended,
}
