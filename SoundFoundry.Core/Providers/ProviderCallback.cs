namespace SoundFoundry.Core.Providers;

/// <summary>A provider called back: its signature was good, nothing else of it is believed. Wakes whoever waits for that attempt.</summary>
public sealed class ProviderCallback
{
    public long Id { get; init; }

    public required string Provider { get; init; }

    /// <summary>The attempt's token, from the address that was called.</summary>
    public required Guid Token { get; init; }

    /// <summary>The provider's name for this delivery; the same one again is the same call.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The provider's own id of the work.</summary>
    public required string RequestId { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When a worker acted on it.</summary>
    public DateTimeOffset? HandledAt { get; init; }
}
