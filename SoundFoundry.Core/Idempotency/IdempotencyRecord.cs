namespace SoundFoundry.Core.Idempotency;

/// <summary>The answer once given to a user's key, committed together with what it answered.</summary>
public sealed class IdempotencyRecord
{
    public required long UserId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the request in canonical form, hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The JSON body of the answer; null only inside the transaction that is making it.</summary>
    public string? Response { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
