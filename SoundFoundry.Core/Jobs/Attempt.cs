using SoundFoundry.Core.Routing;

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

    /// <summary>Our own name for it, unguessable; a provider that calls back presents it.</summary>
    public Guid Token { get; init; }

    /// <summary>How often a submit was begun: counted before the first byte, so that never more were sent than are written here.</summary>
    public int Submits { get; init; }

    /// <summary>Whether a submit may be on its way or taken, and nothing is known of its answer.</summary>
    public bool AwaitsAnswer { get; init; }

    /// <summary>When it was given up that the answer would come; null if it came.</summary>
    public DateTimeOffset? LostAt { get; init; }

    /// <summary>The provider's own id of the work; saved before the first poll.</summary>
    public string? RequestId { get; init; }

    /// <summary>Where the provider said it can be asked about the work.</summary>
    public RemoteHandle? Handle { get; init; }

    public AttemptOutcome Outcome { get; init; }

    public FailureClass? ErrorClass { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    /// <summary>What the model table said this would cost the operator, in millionths of a US dollar.</summary>
    public long ExpectedUsdMicros { get; init; }

    /// <summary>What the operator pays, in millionths of a US dollar; null while not known. Of an unknown outcome the worst is assumed.</summary>
    public long? CostUsdMicros { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the provider took it.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it became known what the provider made of an attempt that we had lost sight of.</summary>
    public DateTimeOffset? ReconciledAt { get; init; }
}
