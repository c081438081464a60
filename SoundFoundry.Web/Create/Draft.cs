using System.Globalization;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What stands in the form, as it was typed, right or wrong; also in fields that are not shown at the moment.</summary>
public sealed class Draft
{
    public const string Simple = "simple";
    public const string Custom = "custom";
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>One box, or all fields.</summary>
    public string Mode { get; set; } = Simple;

    public string Prompt { get; set; } = string.Empty;

    public string Vocals { get; set; } = "no";

    public string Lyrics { get; set; } = string.Empty;

    public string Duration { get; set; } = "30";

    public string StyleStrength { get; set; } = "0.5";

    public string Title { get; set; } = string.Empty;

    /// <summary>Separated by commas.</summary>
    public string Tags { get; set; } = string.Empty;

    public string NegativePrompt { get; set; } = string.Empty;

    public string Seed { get; set; } = string.Empty;

    public string Variations { get; set; } = "1";

    /// <summary>Empty for any, <c>provider</c>, or <c>provider/model</c>.</summary>
    public string Model { get; set; } = string.Empty;

    public bool IsSimple => Mode == Simple;

    /// <summary>Takes what the browser kept of an earlier visit; names are those of the form's controls.</summary>
    public void Take(IReadOnlyDictionary<string, string> kept)
    {
        Mode = kept.GetValueOrDefault("mode") == Custom ? Custom : Mode;
        Prompt = kept.GetValueOrDefault("prompt", Prompt);
        Vocals = kept.GetValueOrDefault("has_vocals", Vocals);
        Lyrics = kept.GetValueOrDefault("lyrics", Lyrics);
        Duration = kept.GetValueOrDefault("duration_s", Duration);
        StyleStrength = kept.GetValueOrDefault("style_strength", StyleStrength);
        Title = kept.GetValueOrDefault("title", Title);
        Tags = kept.GetValueOrDefault("tags", Tags);
        NegativePrompt = kept.GetValueOrDefault("negative_prompt", NegativePrompt);
        Seed = kept.GetValueOrDefault("seed", Seed);
        Variations = kept.GetValueOrDefault("variations", Variations);
        Model = kept.GetValueOrDefault("model", Model);
    }

    /// <summary>Takes the settings of a track that was made.</summary>
    /// <param name="vary">Whether to leave its seed, so that something else comes of them.</param>
    public void Take(Track track, bool vary)
    {
        Mode = Custom;
        Prompt = track.Prompt;
        Vocals = track.HasVocals ? "yes" : "no";
        Lyrics = track.Lyrics ?? string.Empty;
        Duration = Text(track.DurationS);
        StyleStrength = Text(track.StyleStrength);
        Title = track.Title ?? string.Empty;
        Tags = string.Join(", ", track.Tags);
        NegativePrompt = track.NegativePrompt ?? string.Empty;
        Seed = vary ? string.Empty : track.Seed.ToString(CultureInfo.InvariantCulture);
        Variations = "1";
        Model = track switch
        {
            { AskedProvider: { } provider, AskedModel: { } model } => $"{provider}/{model}",
            { AskedModel: not null } when track is { Provider: { } provider, Model: { } model } => $"{provider}/{model}",
            _ => track.AskedProvider ?? string.Empty,
        };
    }

    /// <summary>The request, or null where a number is none; Api judges everything else. What the rules leave no room for is not sent.</summary>
    internal CreateTrack? ToRequest(FormRules rules, FormErrors errors)
    {
        if (IsSimple) return new CreateTrack(Prompt, FormRules.UsualSeconds, rules.HasVocals, 0.5);

        var duration = rules.ControlsLength ? Number(Duration, "duration_s", errors) : rules.NearestSeconds(Duration);
        var strength = Number(StyleStrength, "style_strength", errors);
        var seed = rules.TakesSeed ? Whole(Seed, "seed", errors) : null;
        var variations = Whole(Variations, "variations", errors);
        if (errors.Any) return null;

        var tags = Tags.Split(',', Tidy);
        return new CreateTrack(Prompt, duration!.Value, rules.HasVocals, strength!.Value)
        {
            Title = OrNull(Title.Trim()),
            Lyrics = rules.TakesLyrics ? OrNull(Lyrics) : null,
            Tags = tags.Length > 0 ? tags : null,
            NegativePrompt = rules.TakesNegativePrompt ? OrNull(NegativePrompt) : null,
            Seed = seed,
            Provider = rules.Provider,
            Model = rules.Model,
            Variations = (int?)variations,
        };
    }

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static double? Number(string text, string field, FormErrors errors)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (isNumber && double.IsFinite(number)) return number;
        errors.NotANumber(field);
        return null;
    }

    private static long? Whole(string text, string field, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        errors.NotANumber(field);
        return null;
    }
}
