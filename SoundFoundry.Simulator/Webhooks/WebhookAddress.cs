namespace SoundFoundry.Simulator.Webhooks;

internal static class WebhookAddress
{
    /// <summary>None is fine; a given one must be absolute. The vendors want https; a receiver on this machine may do without.</summary>
    public static bool IsUsable(string? given, out string? address)
    {
        address = string.IsNullOrEmpty(given) ? null : given;
        if (address is null) return true;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
    }
}
