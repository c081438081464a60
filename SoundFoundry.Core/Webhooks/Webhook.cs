namespace SoundFoundry.Core.Webhooks;

/// <summary>An address of a user's own that is told what became of the user's tracks.</summary>
public sealed class Webhook
{
    public const int UrlLength = 2_000;
    public const int DescriptionLength = 200;

    public long Id { get; init; }

    public required long UserId { get; init; }

    public required string Url { get; set; }

    /// <summary>The user's own words for it.</summary>
    public string? Description { get; set; }

    /// <summary>Those of <see cref="WebhookEvents.Subscribable"/> that it is told.</summary>
    public required string[] Events { get; set; }

    /// <summary>What deliveries are signed with, as its owner was shown it. Both sides need it as it is, so it can't be kept as a hash.</summary>
    public required string Secret { get; init; }

    /// <summary>The one before, which signs too until <see cref="PreviousSecretUntil"/>.</summary>
    public string? PreviousSecret { get; init; }

    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the first delivery failed since the last one that did not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Since when nothing is sent to it.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    public DisabledReason? DisabledReason { get; init; }
}
