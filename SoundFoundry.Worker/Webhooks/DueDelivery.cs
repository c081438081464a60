namespace SoundFoundry.Worker.Webhooks;

/// <summary>A delivery that this worker has for itself until its lease lapses, and all that is needed to send it.</summary>
/// <param name="Attempt">Its number, from 1; also the fence.</param>
/// <param name="PreviousSecret">Signs too, if a rotation was not long ago.</param>
internal sealed record DueDelivery(
    long Id, long WebhookId, Guid MessageId, int Attempt, string Event, DateTimeOffset CreatedAt, string Data, string Url, string Secret,
    string? PreviousSecret, string? TraceParent);
