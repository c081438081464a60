namespace SoundFoundry.Api.Identity;

/// <summary>How long what a row said of a session or key is believed.</summary>
internal static class CredentialCache
{
    /// <summary>Then the row is read again: what was ended or revoked is dead on every replica by then.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(4);

    /// <summary>How often it is written down that a session or key was used: a write per request would cost more than it tells.</summary>
    public static readonly TimeSpan SightingInterval = TimeSpan.FromMinutes(1);
}
