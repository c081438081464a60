using System.ComponentModel.DataAnnotations;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Models;

/// <summary>What one model of one provider can do, and what it costs.</summary>
public sealed class MusicModel
{
    [Required, MaxLength(50)]
    public required string Provider { get; init; }

    [Required, MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>Said to users where the model is offered.</summary>
    [MaxLength(300)]
    public string? Note { get; init; }

    public Vocals Vocals { get; init; }

    [Range(0, 3_600)]
    public double MinDurationSeconds { get; init; } = TrackLimits.MinDuration;

    [Range(1, 3_600)]
    public double MaxDurationSeconds { get; init; } = TrackLimits.MaxDuration;

    /// <summary>Whether the model renders the length it is asked for.</summary>
    public bool ControlsDuration { get; init; }

    /// <summary>How far the result may be from the length asked for, if the model controls it.</summary>
    [Range(0, 60)]
    public double ToleranceSeconds { get; init; } = 1;

    public bool TakesSeed { get; init; }

    public bool TakesNegativePrompt { get; init; }

    public PriceRule Price { get; init; } = new();

    /// <summary>Why this model can't make the request, in words for the user; null if it can.</summary>
    public string? Objection(RenderRequest request) => request switch
    {
        { DurationSeconds: var s } when s < MinDurationSeconds => $"makes at least {MinDurationSeconds:0.#} s",
        { DurationSeconds: var s } when s > MaxDurationSeconds => $"makes at most {MaxDurationSeconds:0.#} s",
        { HasVocals: true } when Vocals == Vocals.None => "makes instrumental music only",
        { HasVocals: true, Lyrics.Length: > 0 } when Vocals != Vocals.Sung => "can't sing lyrics",
        _ => null,
    };
}
