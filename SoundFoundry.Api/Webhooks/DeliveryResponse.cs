using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>How one delivery stands.</summary>
/// <param name="MessageId">The <c>webhook-id</c> it is sent with, every time.</param>
/// <param name="Status">PENDING, DELIVERED, FAILED (given up) or DROPPED (the webhook was disabled).</param>
/// <param name="StatusCode">What the receiver answered the last time.</param>
/// <param name="Error">Why the last attempt failed.</param>
/// <param name="DurationMs">How long the last attempt took.</param>
/// <param name="NextAt">When it is sent, or sent again.</param>
public sealed record DeliveryResponse(
    long Id, string MessageId, string Event, long? TrackId, long? JobId, string Status, int Attempts, int? StatusCode, string? Error,
    int? DurationMs, DateTimeOffset? NextAt, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt)
{
    internal static DeliveryResponse From(WebhookDelivery delivery) => new(
        delivery.Id, $"msg_{delivery.MessageId:N}", delivery.Event, delivery.TrackId, delivery.JobId, delivery.Status.Word(),
        delivery.Attempts, delivery.StatusCode, delivery.Error, delivery.DurationMs, delivery.NextAt, delivery.CreatedAt, delivery.EndedAt);
}

public sealed record DeliveryPage(IReadOnlyList<DeliveryResponse> Deliveries, string? NextCursor);
