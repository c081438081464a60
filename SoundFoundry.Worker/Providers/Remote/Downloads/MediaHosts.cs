using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote.Downloads;

/// <summary>Where finished audio may be fetched from: a provider's answer says where, and may say anything.</summary>
internal sealed class MediaHosts(ProviderHosts hosts)
{
    public bool Allows(string provider, Uri url)
    {
        if (url.UserInfo.Length > 0) return false;
        if (hosts.Simulator is { } simulator && ProviderHosts.SameOrigin(simulator, url)) return true;
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Domain(provider) is { } domain
            && (url.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || url.IdnHost.EndsWith('.' + domain, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Domain(string provider) => provider switch
    {
        ProviderOptions.Fal => "fal.media",
        ProviderOptions.Replicate => "replicate.delivery",
        _ => null,
    };
}
