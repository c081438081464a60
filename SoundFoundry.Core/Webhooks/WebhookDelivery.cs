namespace SoundFoundry.Core.Webhooks;

/// <summary>One event for one webhook, and how its delivery stands. Written with what it tells of, in one transaction.</summary>
public sealed class WebhookDelivery
{
    public long Id { get; init; }

    public required long WebhookId { get; init; }

    public required long UserId { get; init; }

    /// <summary>Stays the same however often it is sent, so that its receiver can tell a repetition.</summary>
    public Guid MessageId { get; init; }

    public required string Event { get; init; }

    public long? TrackId { get; init; }

    public long? JobId { get; init; }

    /// <summary>The <c>data</c> of what is sent, as JSON: ids and states; never a prompt, and no link that expires.</summary>
    public required string Data { get; init; }

    public DeliveryStatus Status { get; init; }

    /// <summary>How often it was sent, or begun to be. Also the fence: what an earlier attempt has to say no longer counts.</summary>
    public int Attempts { get; init; }

    /// <summary>After this many it is given up.</summary>
    public int AttemptsAllowed { get; init; }

    /// <summary>When it is due; null once it has ended.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Until when the worker that is sending it has it for itself.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>The status its receiver answered with the last time; null if none came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>How long the last attempt took, in milliseconds.</summary>
    public int? DurationMs { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
