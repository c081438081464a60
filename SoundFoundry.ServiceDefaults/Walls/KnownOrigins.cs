using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Takes into the lists what the operator already said elsewhere: <c>PUBLIC_URL</c> and <c>CORS_ORIGINS</c>.</summary>
internal sealed class KnownOrigins(IConfiguration configuration) : IPostConfigureOptions<LocalWallsOptions>
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public void PostConfigure(string? name, LocalWallsOptions options)
    {
        var origins = configuration["Api:CorsOrigins"]?.Split(',', Tidy) ?? [];
        var hosts = new List<string>();
        if (Uri.TryCreate(configuration["Api:PublicUrl"], UriKind.Absolute, out var publicUrl))
        {
            origins = [.. origins, publicUrl.GetLeftPart(UriPartial.Authority)];
            hosts.Add(publicUrl.Host);
        }

        options.Origins = [.. options.Origins, .. origins];
        options.Hosts = [.. options.Hosts, .. hosts];
    }
}
