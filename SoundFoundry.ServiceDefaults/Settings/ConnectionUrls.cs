using Npgsql;
using StackExchange.Redis;

namespace SoundFoundry.ServiceDefaults.Settings;

/// <summary>Reads connections written as URLs, as other ecosystems write them.</summary>
public static class ConnectionUrls
{
    /// <summary><c>postgresql[+driver]://user:password@host:port/database</c> to a connection string; anything else is returned as it is.</summary>
    public static string Postgres(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || !url.Scheme.StartsWith("postgres", StringComparison.Ordinal)) return value;
        var (user, password) = UserInfo(url);
        return new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : NpgsqlConnection.DefaultPort,
            Username = user,
            Password = password,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        }.ConnectionString;
    }

    /// <summary><c>redis[s]://[user:]password@host:port/database</c> to a configuration string; anything else is returned as it is.</summary>
    public static string Redis(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("redis" or "rediss")) return value;
        var (user, password) = UserInfo(url);
        var options = new ConfigurationOptions
        {
            EndPoints = { { url.Host, url.Port > 0 ? url.Port : 6379 } },
            User = user,
            Password = password,
            Ssl = url.Scheme == "rediss",
            DefaultDatabase = int.TryParse(url.AbsolutePath.TrimStart('/'), out var database) ? database : null,
        };
        return options.ToString(includePassword: true);
    }

    private static (string? User, string? Password) UserInfo(Uri url)
    {
        if (url.UserInfo.Length == 0) return (null, null);
        var parts = url.UserInfo.Split(':', 2);
        var user = Uri.UnescapeDataString(parts[0]);
        return (user.Length == 0 ? null : user, parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : null);
    }
}
