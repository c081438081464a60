namespace SoundFoundry.Simulator.Webhooks;

internal static class WebhookAddress
{
    /// <summary>No address is fine; a given one must be absolute. The vendors want https; a receiver on this machine may do without.</summary>
    public static bool IsUsable(string? given, out string? address)
    {
        address = string.IsNullOrEmpty(given) ? null : given;
        return address is null
            || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)));
    }
}
