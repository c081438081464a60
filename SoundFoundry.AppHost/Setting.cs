namespace SoundFoundry.AppHost;

/// <summary>A setting of the operator, by the name it has in the environment.</summary>
/// <param name="ForWeb">The page's service reads it too; nobody else's secrets go there.</param>
internal sealed record Setting(string Variable, bool IsSecret = false, bool ForWeb = false)
{
    /// <summary>What the services read of the environment this program runs in.</summary>
    public static readonly Setting[] HandedOn =
    [
        new("ENVIRONMENT", ForWeb: true),
        new("PUBLIC_URL", ForWeb: true),
        new("CORS_ORIGINS", ForWeb: true),
        new("S3_PUBLIC_ENDPOINT", ForWeb: true),
        new("MUSIC_PROVIDER"),
        new("FAL_KEY", IsSecret: true),
        new("REPLICATE_API_TOKEN", IsSecret: true),
    ];

    /// <summary><c>FAL_KEY</c> is the parameter <c>fal-key</c>.</summary>
    public string ParameterName { get; } = Variable.ToLowerInvariant().Replace('_', '-');
}
