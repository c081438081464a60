using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>A webhook as its owner sees it. The secret is told at creation and rotation only.</summary>
/// <param name="DisabledReason">OWNER, GONE (it answered 410) or FAILING (for five days nothing was delivered).</param>
/// <param name="FailingSince">When the first delivery failed since the last one that did not.</param>
/// <param name="PreviousSecretUntil">Until when the secret before the last rotation signs too.</param>
public sealed record WebhookResponse(
    long Id, string Url, string? Description, IReadOnlyList<string> Events, bool Enabled, string? DisabledReason, DateTimeOffset? DisabledAt,
    DateTimeOffset? FailingSince, DateTimeOffset? PreviousSecretUntil, DateTimeOffset CreatedAt)
{
    internal static WebhookResponse From(Webhook webhook) => new(
        webhook.Id, webhook.Url, webhook.Description, webhook.Events, webhook.DisabledAt is null, webhook.DisabledReason?.Word(),
        webhook.DisabledAt, webhook.FailingSince, webhook.PreviousSecretUntil, webhook.CreatedAt);
}

public sealed record WebhookList(IReadOnlyList<WebhookResponse> Webhooks);

/// <param name="Secret">Told now and never again. Deliveries are signed with it.</param>
public sealed record WebhookWithSecret(WebhookResponse Webhook, string Secret);
