using System.Globalization;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What stands in the form, as it was typed, right or wrong.</summary>
internal sealed class Draft
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public string Prompt { get; set; } = string.Empty;

    public string Vocals { get; set; } = "no";

    public string Duration { get; set; } = "30";

    public string StyleStrength { get; set; } = "0.5";

    public string Title { get; set; } = string.Empty;

    public string Tags { get; set; } = string.Empty;

    public string Seed { get; set; } = string.Empty;

    public string Variations { get; set; } = "1";

    /// <summary>Takes what the browser kept of an earlier visit; names are those of the form's controls.</summary>
    public void Take(IReadOnlyDictionary<string, string> kept)
    {
        Prompt = kept.GetValueOrDefault("prompt", Prompt);
        Vocals = kept.GetValueOrDefault("has_vocals", Vocals);
        Duration = kept.GetValueOrDefault("duration_s", Duration);
        StyleStrength = kept.GetValueOrDefault("style_strength", StyleStrength);
        Title = kept.GetValueOrDefault("title", Title);
        Tags = kept.GetValueOrDefault("tags", Tags);
        Seed = kept.GetValueOrDefault("seed", Seed);
        Variations = kept.GetValueOrDefault("variations", Variations);
    }

    /// <summary>The request, or null where a number is none; Api judges everything else.</summary>
    public CreateTrack? ToRequest(FormErrors errors)
    {
        var duration = Number(Duration, "duration_s", "Give the length in seconds, as a number.", errors);
        var strength = Number(StyleStrength, "style_strength", "Give a number from 0 to 1.", errors);
        var seed = Whole(Seed, "seed", "A seed is a whole number.", errors);
        var variations = Whole(Variations, "variations", "Give a whole number.", errors);
        if (errors.Any) return null;

        var tags = Tags.Split(',', Tidy);
        return new CreateTrack(
            Prompt, duration!.Value, Vocals == "yes", strength!.Value, Title.Trim() is { Length: > 0 } title ? title : null,
            tags.Length > 0 ? tags : null, seed, (int?)variations);
    }

    private static double? Number(string text, string field, string message, FormErrors errors)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (isNumber && double.IsFinite(number)) return number;
        errors.Add(field, message);
        return null;
    }

    private static long? Whole(string text, string field, string message, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(field, message);
        return null;
    }
}
