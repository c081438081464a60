namespace SoundFoundry.Api.Sessions;

/// <summary>One sign-in of one browser. Without its row the cookie is worth nothing.</summary>
internal sealed class Session
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    /// <summary>SHA-256 of the random number in the cookie.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>To within a minute.</summary>
    public DateTimeOffset SeenAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? Address { get; init; }

    public string? UserAgent { get; init; }
}
