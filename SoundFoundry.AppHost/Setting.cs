namespace SoundFoundry.AppHost;

/// <summary>A setting of the operator, by the name it has in the environment.</summary>
/// <param name="ForWeb">The page's service reads it too; nobody else's secrets go there.</param>
/// <param name="ForRest">All others read it.</param>
internal sealed record Setting(string Variable, bool IsSecret = false, bool ForWeb = false, bool ForRest = true)
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
        new("Mail__Host"),
        new("Mail__From"),
        new("Mail__User"),
        new("Mail__Password", IsSecret: true),
        new("OpenIdConnect__Authority"),
        new("OpenIdConnect__ClientId"),
        new("OpenIdConnect__ClientSecret", IsSecret: true),
        new("Walls__Proxies__0", ForWeb: true, ForRest: false), // before the API stands Web alone
    ];

    /// <summary><c>FAL_KEY</c> is the parameter <c>fal-key</c>.</summary>
    public string ParameterName { get; } = Variable.ToLowerInvariant().Replace("__", "-").Replace('_', '-');

    /// <summary>Its name once the environment has been read.</summary>
    public string Key { get; } = Variable.Replace("__", ":");
}
