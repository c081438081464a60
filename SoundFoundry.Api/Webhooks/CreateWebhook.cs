using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>Where to send events, and which.</summary>
public sealed record CreateWebhook
{
    /// <summary>https, and on the open internet.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(Webhook.UrlLength, AllowBlank = false)]
    public string? Url { get; init; }

    /// <summary>Your own words for it.</summary>
    [Text(Webhook.DescriptionLength)]
    public string? Description { get; init; }

    /// <summary>All, unless told otherwise.</summary>
    [Events]
    public IReadOnlyList<string>? Events { get; init; }
}
