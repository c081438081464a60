namespace SoundFoundry.Worker.Webhooks;

/// <summary>What became of one attempt.</summary>
/// <param name="StatusCode">What was answered; null if nothing was.</param>
/// <param name="Error">Why it does not count as delivered; null if it does.</param>
/// <param name="RetryAfter">How long the receiver asked us to wait.</param>
internal sealed record DeliveryOutcome(int? StatusCode, string? Error, TimeSpan Took, TimeSpan? RetryAfter = null)
{
    private const int Gone = 410;

    public bool IsDelivered => Error is null;

    /// <summary>The receiver wants to hear nothing any more.</summary>
    public bool IsGone => StatusCode == Gone;

    public int Milliseconds => (int)Took.TotalMilliseconds;
}
