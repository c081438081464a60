namespace SoundFoundry.Core.Jobs;

/// <summary>One try at one provider. Written before the provider hears of it, kept for good.</summary>
public sealed class Attempt
{
    public long Id { get; init; }

    public required long JobId { get; init; }

    /// <summary>1 for the first provider tried, 2 for the fallback, and so on.</summary>
    public required int Number { get; init; }

    /// <summary>The claim under which it was begun.</summary>
    public required long Fence { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    /// <summary>The provider's own id of the work; saved before the first poll.</summary>
    public string? RequestId { get; init; }

    public AttemptOutcome Outcome { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    /// <summary>What the operator pays, in millionths of a US dollar; null while not known.</summary>
    public long? CostUsdMicros { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
