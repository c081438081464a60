using Npgsql;

namespace SoundFoundry.ServiceDefaults;

/// <summary>How long PostgreSQL may keep a caller waiting, on both sides alike.</summary>
internal static class PostgresConnection
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    /// <summary>Bounds what the connection string leaves at the driver's defaults, which are meant for reports and not for requests.</summary>
    public static string Bounded(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var defaults = new NpgsqlConnectionStringBuilder();
        if (given.Timeout == defaults.Timeout) given.Timeout = ConnectSeconds;
        if (given.CommandTimeout == defaults.CommandTimeout) given.CommandTimeout = CommandSeconds;
        return given.ConnectionString;
    }
}
