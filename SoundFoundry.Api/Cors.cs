namespace SoundFoundry.Api;

/// <summary>Pages of other origins, if the operator names them, may call with an API key. Cookies are never taken from them: no answer allows
/// credentials.</summary>
internal static class Cors
{
    public static void AddCorsFromSettings(this IServiceCollection services, IConfiguration configuration)
    {
        const StringSplitOptions tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var origins = configuration[$"{ApiOptions.Section}:{nameof(ApiOptions.CorsOrigins)}"]?.Split(',', tidy) ?? [];
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods("GET", "HEAD", "POST", "PATCH", "DELETE")
            .WithHeaders("Content-Type", "Idempotency-Key", "Last-Event-ID", "Authorization")
            .WithExposedHeaders("Location", "Retry-After", "RateLimit", "RateLimit-Policy")));
    }
}
