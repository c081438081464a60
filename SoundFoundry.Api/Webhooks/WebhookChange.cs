using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>What may be changed on a webhook; what is absent stays.</summary>
public sealed record WebhookChange
{
    [Text(Webhook.UrlLength)]
    public string? Url { get; init; }

    /// <summary>Empty takes it away.</summary>
    [Text(Webhook.DescriptionLength)]
    public string? Description { get; init; }

    [Events]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>False drops what waits to be sent. True begins again with what happens from now on.</summary>
    public bool? Enabled { get; init; }
}
