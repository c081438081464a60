namespace SoundFoundry.Web.Account.Webhooks;

/// <param name="DisabledReason"><c>OWNER</c>, <c>GONE</c> or <c>FAILING</c>.</param>
public sealed record Webhook(
    long Id, string Url, string? Description, IReadOnlyList<string> Events, bool Enabled, string? DisabledReason,
    DateTimeOffset? FailingSince)
{
    /// <summary>What its owner knows it by.</summary>
    public string Name => string.IsNullOrEmpty(Description) ? Url : Description;
}

public sealed record WebhookList(IReadOnlyList<Webhook> Webhooks);
