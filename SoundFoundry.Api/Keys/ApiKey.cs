namespace SoundFoundry.Api.Keys;

/// <summary>What a program shows instead of signing in. The key itself is told once and never stored.</summary>
internal sealed class ApiKey
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>The key's first characters, to tell keys apart by.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key: it is 256 random bits, so no slower hash is needed.</summary>
    public required byte[] Hash { get; init; }

    public required string[] Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null if it never ends by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>To within a minute.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
