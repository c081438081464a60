using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>What a prompt said in words we know; null or empty where it left us the choice.</summary>
/// <param name="Genres">The most telling one first.</param>
/// <param name="Drums">True when asked for, false when refused.</param>
internal sealed record PromptReading(
    IReadOnlyList<Genre> Genres,
    Mood Mood,
    int? BeatsPerMinute,
    TempoRange? TempoRange,
    int? Tonic,
    Mode? Mode,
    Metre? Metre,
    bool? Drums,
    bool Swings,
    IReadOnlyList<Instrument> Wanted,
    IReadOnlyList<Instrument> Unwanted,
    bool NoLead,
    bool NoBass);
