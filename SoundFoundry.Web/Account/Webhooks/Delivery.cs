namespace SoundFoundry.Web.Account.Webhooks;

/// <param name="Status"><c>PENDING</c>, <c>DELIVERED</c>, <c>FAILED</c> or <c>DROPPED</c>.</param>
public sealed record Delivery(
    long Id, string Event, long? TrackId, string Status, int Attempts, int? StatusCode, string? Error, int? DurationMs, DateTimeOffset? NextAt,
    DateTimeOffset CreatedAt);

public sealed record DeliveryPage(IReadOnlyList<Delivery> Deliveries, string? NextCursor);
