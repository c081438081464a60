using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Account.Webhooks;

/// <summary>How webhooks and what is sent to them are said.</summary>
internal static class WebhookWords
{
    /// <summary>All that may be asked for, in the order in which a job lives.</summary>
    public static readonly IReadOnlyList<string> Events = ["track.completed", "track.failed", "track.canceled", "late_result.found"];

    public static string Event(string name, IStringLocalizer<Words> words) => name switch
    {
        "track.completed" => words["A track is ready"],
        "track.failed" => words["A track could not be made"],
        "track.canceled" => words["A track was canceled"],
        "late_result.found" => words["A late result was found"],
        "webhook.test" => words["Test"],
        _ => name,
    };

    public static (string Tone, string Words) State(Webhook webhook, IStringLocalizer<Words> words) => webhook switch
    {
        { Enabled: false, DisabledReason: "GONE" } => ("bad", words["Disabled: it answered that it is gone"]),
        { Enabled: false, DisabledReason: "FAILING" } => ("bad", words["Disabled: it took nothing for five days"]),
        { Enabled: false } => ("idle", words["Disabled"]),
        { FailingSince: not null } => ("bad", words["Enabled, but deliveries fail"]),
        _ => ("good", words["Enabled"]),
    };

    public static (string Tone, string Words) State(Delivery delivery, IStringLocalizer<Words> words) => delivery.Status switch
    {
        "DELIVERED" => ("good", words["Delivered"]),
        "FAILED" => ("bad", words["Given up"]),
        "DROPPED" => ("idle", words["Dropped"]),
        _ => ("busy", delivery.Attempts == 0 ? words["Waiting"] : words["To be sent again"]),
    };

    /// <summary>What came back the last time, if anything was sent yet.</summary>
    public static string Answer(Delivery delivery, IStringLocalizer<Words> words)
    {
        var answered = delivery.Error ?? (delivery.StatusCode is { } code ? words["It answered {0}.", code].Value : null);
        return delivery.DurationMs is { } ms ? $"{answered} ({words["{0} ms", ms]})".TrimStart() : answered ?? "";
    }
}
