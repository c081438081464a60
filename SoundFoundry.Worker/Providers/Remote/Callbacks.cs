using Microsoft.Extensions.Options;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>The addresses at which providers may call back about an attempt.</summary>
internal sealed class Callbacks(IConfiguration configuration, IOptions<ProviderOptions> providers)
{
    /// <summary>Null where no provider could reach us: without a public https address. A simulator on this machine may use plain http.</summary>
    public Uri? For(string provider, Guid token)
    {
        if (!Uri.TryCreate(configuration["Api:PublicUrl"], UriKind.Absolute, out var address)) return null;
        if (address.Scheme != Uri.UriSchemeHttps && providers.Value.Simulator is null) return null;
        return new Uri($"{address.AbsoluteUri.TrimEnd('/')}/api/hooks/{provider}/{token:N}");
    }
}
