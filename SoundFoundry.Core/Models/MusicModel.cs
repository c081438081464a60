using System.ComponentModel.DataAnnotations;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Models;

/// <summary>What one model of one provider can do, what it costs, and how a request is said in its own fields.</summary>
public sealed class MusicModel : IValidatableObject
{
    [AllowedValues(
        ProviderOptions.Fal, ProviderOptions.Replicate, ProviderOptions.Studio, ErrorMessage = "Provider must be fal, replicate or studio.")]
    public required string Provider { get; init; }

    /// <summary>How users and logs name it.</summary>
    [Required, MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>How the model table, its settings and the operator name it.</summary>
    public string Id => $"{Provider}/{Name}";

    /// <summary>The provider's own id of it, such as <c>fal-ai/ace-step</c>; the built-in synthesiser has none.</summary>
    [MaxLength(200)]
    public string? Endpoint { get; init; }

    /// <summary>Replicate's hash of a version, for models that cannot be run by their name alone.</summary>
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Version must be 64 hexadecimal digits.")]
    public string? Version { get; init; }

    /// <summary>Of the models of one provider that can do a request, the lowest is taken.</summary>
    [Range(0, 1_000)]
    public int Rank { get; init; }

    /// <summary>False takes it out of service.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Said to users where the model is offered.</summary>
    [MaxLength(300)]
    public string? Note { get; init; }

    public Vocals Vocals { get; init; }

    /// <summary>Whether it sings only words it is given.</summary>
    public bool LyricsRequired { get; init; }

    public Instrumental Instrumental { get; init; }

    [Range(0, 3_600)]
    public double MinDurationSeconds { get; init; } = TrackLimits.MinDuration;

    [Range(1, 3_600)]
    public double MaxDurationSeconds { get; init; } = TrackLimits.MaxDuration;

    /// <summary>Whether the model renders the length it is asked for.</summary>
    public bool ControlsDuration { get; init; }

    /// <summary>How far the result may be from the length asked for, if the model controls it.</summary>
    [Range(0, 60)]
    public double ToleranceSeconds { get; init; } = 1;

    /// <summary>Whether the same seed makes the same again.</summary>
    public bool TakesSeed => Provider == ProviderOptions.Studio || Input.ContainsValue("{seed}");

    public bool TakesNegativePrompt => Input.ContainsValue("{negative prompt}");

    /// <summary>The container of its audio, such as <c>wav</c> or <c>mp3</c>.</summary>
    [AllowedValues("wav", "mp3", "flac", "ogg", ErrorMessage = "Format must be wav, mp3, flac or ogg.")]
    public string Format { get; init; } = "wav";

    /// <summary>Each of the model's own fields, and what goes into it; see <see cref="ModelInput"/>.</summary>
    public Dictionary<string, string> Input { get; init; } = [];

    /// <summary>How long the text in a field may be.</summary>
    public Dictionary<string, TextLength> Lengths { get; init; } = [];

    public PriceRule Price { get; init; } = new();

    public CostRule Cost { get; init; } = new();

    /// <summary>Why this model can't make the request, in words for the user; null if it can.</summary>
    public ModelObjection? Objection(RenderRequest request) => request switch
    {
        { DurationSeconds: var s } when s < MinDurationSeconds => new("duration_s", $"makes at least {MinDurationSeconds:0.#} s"),
        { DurationSeconds: var s } when s > MaxDurationSeconds => new("duration_s", $"makes at most {MaxDurationSeconds:0.#} s"),
        { HasVocals: true } when Vocals == Vocals.None => new("has_vocals", "makes instrumental music only"),
        { HasVocals: false } when Instrumental == Instrumental.Never => new("has_vocals", "always sings"),
        { HasVocals: true, Lyrics.Length: > 0 } when Vocals != Vocals.Sung => new("lyrics", "can't sing lyrics"),
        { HasVocals: true, Lyrics: null or "" } when LyricsRequired => new("lyrics", "needs lyrics to sing"),
        _ => ModelInput.Objection(this, request),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MinDurationSeconds > MaxDurationSeconds) yield return new("MinDurationSeconds is above MaxDurationSeconds.");
        if (Provider == ProviderOptions.Studio) yield break;
        if (string.IsNullOrWhiteSpace(Endpoint)) yield return new("Endpoint is missing: the provider's own id of the model.");
        if (!Input.Values.Any(value => value.StartsWith("{prompt", StringComparison.Ordinal) || value == "{tags}"))
            yield return new("Input takes the prompt nowhere.");
        foreach (var (field, value) in Input.Where(entry => !ModelInput.IsKnown(entry.Value)))
            yield return new($"Input:{field} asks for {value}, which does not exist.");
        foreach (var field in Lengths.Keys.Except(Input.Keys))
            yield return new($"Lengths:{field} is no field of Input.");
    }
}

/// <param name="Field">The field of our own request that is to blame, in the contract's spelling.</param>
/// <param name="Reason">Completes a sentence that begins with the model's name.</param>
public sealed record ModelObjection(string Field, string Reason);
