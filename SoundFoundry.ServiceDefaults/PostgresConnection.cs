using Npgsql;

namespace SoundFoundry.ServiceDefaults;

/// <summary>How long PostgreSQL may keep a caller waiting, on both sides alike.</summary>
internal static class PostgresConnection
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    /// <summary>Of one process: PostgreSQL takes 100 unless told otherwise, and a service with a worker or two must fit.</summary>
    private const int Connections = 30;

    /// <summary>A process that freezes or vanishes in the middle of a transaction holds its rows no longer than this: the server ends it.</summary>
    private const string ServerPatience =
        "-c idle_in_transaction_session_timeout=30s -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>Bounds what the connection string leaves at the driver's defaults, which are meant for reports and not for requests.</summary>
    public static string Bounded(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var defaults = new NpgsqlConnectionStringBuilder();
        if (given.Timeout == defaults.Timeout) given.Timeout = ConnectSeconds;
        if (given.CommandTimeout == defaults.CommandTimeout) given.CommandTimeout = CommandSeconds;
        if (given.MaxPoolSize == defaults.MaxPoolSize) given.MaxPoolSize = Connections;
        if (string.IsNullOrEmpty(given.Options)) given.Options = ServerPatience;
        return given.ConnectionString;
    }
}
