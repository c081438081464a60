namespace SoundFoundry.Core.Audit;

/// <summary>One security-relevant act; never changed, and kept when its actor is gone.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What was done, such as <c>session.created</c>: a noun, a dot, a past participle.</summary>
    public required string Act { get; init; }

    /// <summary>Who did it; null for somebody who was not signed in.</summary>
    public long? ActorId { get; init; }

    /// <summary>The API key it was done with, if it was one.</summary>
    public long? KeyId { get; init; }

    /// <summary>What it was done to, such as <c>user 12</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>Where the request came from, as far as the proxies in front can be trusted.</summary>
    public string? Address { get; init; }

    /// <summary>What else an operator needs to know; never a secret, never a prompt.</summary>
    public string? Detail { get; init; }
}
