namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>A key, and the only hosts that ever see it: a provider's answers say where to ask next, and may say anything.</summary>
internal sealed class ProviderKey(string scheme, string? secret, params Uri[] hosts)
{
    /// <summary>Shorter ones are nobody's key, and would blank out ordinary words.</summary>
    private const int ShortestSecret = 6;

    private readonly string _secret = secret?.Trim() ?? "";

    public bool MayGoTo(Uri url) => url.UserInfo.Length == 0 && hosts.Any(host => ProviderHosts.SameOrigin(host, url));

    public void Sign(HttpRequestMessage request)
    {
        if (MayGoTo(request.RequestUri!)) request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {_secret}");
    }

    /// <summary>What a provider says is shown to users; some repeat the key they refuse, or the secret half of it.</summary>
    public string Redact(string text) =>
        new[] { _secret, _secret[(_secret.IndexOf(':', StringComparison.Ordinal) + 1)..] }.Where(part => part.Length >= ShortestSecret)
            .Aggregate(text, (clean, part) => clean.Replace(part, "***", StringComparison.OrdinalIgnoreCase));
}
