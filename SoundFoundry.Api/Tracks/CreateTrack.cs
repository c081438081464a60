using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>A request for one track, or for some variations of it.</summary>
public sealed record CreateTrack
{
    /// <summary>What the music should be like, in plain words.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(TrackLimits.Prompt, AllowBlank = false)]
    public string? Prompt { get; init; }

    /// <summary>Length in seconds.</summary>
    [Range(TrackLimits.MinDuration, TrackLimits.MaxDuration, ErrorMessage = Messages.Range)]
    public double DurationS { get; init; } = TrackLimits.DefaultDuration;

    public bool HasVocals { get; init; }

    /// <summary>0, plain, to 1, bold.</summary>
    [Range(0.0, 1.0, ErrorMessage = Messages.Range)]
    public double StyleStrength { get; init; } = TrackLimits.DefaultStyleStrength;

    [Text(TrackLimits.Title)]
    public string? Title { get; init; }

    [Text(TrackLimits.Lyrics)]
    public string? Lyrics { get; init; }

    [MaxLength(TrackLimits.Tags, ErrorMessage = Messages.TooMany), Text(TrackLimits.Tag, AllowBlank = false)]
    public IReadOnlyList<string>? Tags { get; init; }

    [Text(TrackLimits.NegativePrompt)]
    public string? NegativePrompt { get; init; }

    /// <summary>Makes the same again; drawn when absent. Variations count up from it.</summary>
    [Range(0, uint.MaxValue, ErrorMessage = Messages.Range)]
    public long? Seed { get; init; }

    /// <summary>Pins the provider: <c>fal</c>, <c>replicate</c> or <c>studio</c>.</summary>
    [Text(50)]
    public string? Provider { get; init; }

    /// <summary>Pins the model.</summary>
    [Text(200)]
    public string? Model { get; init; }

    /// <summary>Whether others may be tried when the first choice fails. Without it: yes, unless provider or model is pinned.</summary>
    public bool? Fallback { get; init; }

    /// <summary>How many tracks to make.</summary>
    [Range(1, TrackLimits.Variations, ErrorMessage = Messages.Range)]
    public int Variations { get; init; } = 1;

    internal RoutePin Pin => new(Provider, Model, Fallback);

    internal RenderRequest ToRenderRequest(long seed) =>
        new(Prompt!.Trim(), string.IsNullOrWhiteSpace(Lyrics) ? null : Lyrics, Tags ?? [], NegativePrompt, DurationS, HasVocals, StyleStrength, seed);
}
