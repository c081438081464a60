using System.Globalization;
using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Live;

namespace SoundFoundry.Web.Tracks;

/// <summary>How one try, and what led to it, is said.</summary>
internal static class AttemptWords
{
    private const int Decimals = 4;

    public static string Outcome(Attempt attempt, IStringLocalizer<Words> words) => attempt.Outcome switch
    {
        "SUBMITTING" => words["Being handed over"],
        "ACCEPTED" => words["At work"],
        "SUCCEEDED" => words["Made it"],
        "FAILED" => words["Failed"],
        "ABANDONED" => words["Stopped from our side"],
        "UNKNOWN" => words["Outcome not known yet"],
        var other => other,
    };

    /// <summary>Why there was another try after the one before; null for the first of all.</summary>
    public static string? Because(Attempt? before, Attempt attempt, ProviderNames names, IStringLocalizer<Words> words)
    {
        if (before is null) return null;
        if (before.JobId != attempt.JobId) return words["You tried it again."];
        var (last, next) = (names.InSentence(before.Provider), names.InSentence(attempt.Provider));
        return before.Provider == attempt.Provider
            ? words["Tried once more with {0}.", next]
            : words["{0} did not deliver, so {1} took over.", last, next];
    }

    public static string? Took(Attempt attempt, IStringLocalizer<Words> words) => attempt.EndedAt is { } ended
        ? words["{0} s", (ended - attempt.StartedAt).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)].Value
        : null;

    public static string? Cost(Attempt attempt) =>
        attempt.CostUsd is { } usd ? $"${Math.Round(usd, Decimals).ToString("0.00##", CultureInfo.InvariantCulture)}" : null;
}
