using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace SoundFoundry.ServiceDefaults.Settings;

/// <summary>The environment variables of the service this one replaces keep working; our own key wins where both are set.</summary>
public static class PredecessorNames
{
    /// <summary>Old name, and the key it stands for.</summary>
    public static readonly IReadOnlyList<(string Old, string Key)> All =
    [
        ("MUSIC_PROVIDER", "Providers:Default"),
        ("FAL_KEY", "Providers:FalKey"),
        ("REPLICATE_API_TOKEN", "Providers:ReplicateToken"),
        ("CORS_ORIGINS", "Api:CorsOrigins"),
        ("PUBLIC_URL", "Api:PublicUrl"),
        ("DATABASE_URL", "ConnectionStrings:soundfoundry"),
        ("REDIS_URL", "ConnectionStrings:redis"),
        ("S3_ENDPOINT", "Storage:S3:Endpoint"),
        ("S3_PUBLIC_ENDPOINT", "Storage:S3:PublicEndpoint"),
        ("S3_ACCESS_KEY", "Storage:S3:AccessKey"),
        ("S3_SECRET_KEY", "Storage:S3:SecretKey"),
        ("S3_BUCKET", "Storage:S3:Bucket"),
        ("S3_REGION", "Storage:S3:Region"),
        ("DEBUG", "Logging:LogLevel:Default"),
    ];

    public static void AddPredecessorNames(this IConfigurationManager configuration)
    {
        var values = All.Where(name => !string.IsNullOrWhiteSpace(configuration[name.Old]))
            .ToDictionary(name => name.Key, name => Read(name.Old, configuration[name.Old]!));
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
    }

    private static string? Read(string name, string value) => name switch
    {
        "DATABASE_URL" => ConnectionUrls.Postgres(value),
        "REDIS_URL" => ConnectionUrls.Redis(value),
        "DEBUG" => value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "Debug" : null,
        _ => value.Trim(),
    };
}
