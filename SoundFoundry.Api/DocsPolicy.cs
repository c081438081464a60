using System.Security.Cryptography;

namespace SoundFoundry.Api;

/// <summary>The policy of the page that shows the contract. It writes styles as it goes, and may call this service only.</summary>
internal sealed record DocsPolicy(string Nonce)
{
    public static string NonceOf(HttpContext context)
    {
        var policy = new DocsPolicy(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        context.Features.Set(policy);
        return policy.Nonce;
    }

    /// <returns>Null for every other page.</returns>
    public static string? For(HttpContext context) => context.Features.Get<DocsPolicy>() is { } docs
        ? $"default-src 'none'; script-src 'self' 'nonce-{docs.Nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        : null;
}
