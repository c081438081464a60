using System.Text.Json;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Providers;

/// <summary>What a form must know of a model to ask only for what it can do.</summary>
/// <param name="Vocals"><c>none</c>, <c>wordless</c> or <c>sung</c>.</param>
/// <param name="LyricsRequired">Whether it sings only words it is given.</param>
/// <param name="Instrumental">What becomes of a request without vocals: <c>guaranteed</c>, <c>asked</c> (mostly heeded) or <c>never</c>.</param>
/// <param name="ControlsDuration">Whether it renders the length it is asked for; else the piece decides.</param>
/// <param name="ToleranceS">By how many seconds the result may miss that length; null if the model does not control it.</param>
/// <param name="Prompt">How many characters the prompt may have, tags included; null if only our own limit holds.</param>
/// <param name="Lyrics">How many characters the lyrics may have; null if only our own limit holds.</param>
/// <param name="Format">The container of what it delivers, such as <c>wav</c>.</param>
/// <param name="PriceBasis"><c>flat</c>, <c>started_second</c> or <c>started_minute</c>: what <c>price_credits</c> is for.</param>
public sealed record ModelEntry(
    string Model,
    string? Note,
    string Vocals,
    bool LyricsRequired,
    string Instrumental,
    double MinDurationS,
    double MaxDurationS,
    bool ControlsDuration,
    double? ToleranceS,
    CharacterLimits? Prompt,
    CharacterLimits? Lyrics,
    bool TakesSeed,
    bool TakesNegativePrompt,
    string Format,
    int PriceCredits,
    string PriceBasis)
{
    internal static ModelEntry From(MusicModel model) => new(
        model.Name, model.Note, Word(model.Vocals), model.LyricsRequired, Word(model.Instrumental),
        Math.Max(model.MinDurationSeconds, TrackLimits.MinDuration), Math.Min(model.MaxDurationSeconds, TrackLimits.MaxDuration), model.ControlsDuration, model.ControlsDuration ? model.ToleranceSeconds : null,
        Limits(model, "{prompt}", "{tags}", "{prompt and lyrics}"), Limits(model, "{lyrics}", "{lyrics or [inst]}"),
        model.TakesSeed, model.TakesNegativePrompt, model.Format, model.Price.Credits, Word(model.Price.Basis));

    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Of the model's field that is filled from one of these.</summary>
    private static CharacterLimits? Limits(MusicModel model, params string[] sources) => model.Lengths
        .Where(length => sources.Contains(model.Input[length.Key]))
        .Select(length => new CharacterLimits(length.Value.Min, length.Value.Max)).FirstOrDefault();
}

/// <summary>In characters, both included.</summary>
public sealed record CharacterLimits(int Min, int Max);
