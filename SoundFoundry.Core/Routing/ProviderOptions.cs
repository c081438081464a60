using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Routing;

/// <summary>Which providers this installation may use, and which it asks first.</summary>
public sealed class ProviderOptions
{
    public const string Section = "Providers";
    public const string Fal = "fal";
    public const string Replicate = "replicate";
    public const string Studio = "studio";

    [Description("Provider asked first: fal, replicate or studio.")]
    [Required, AllowedValues(Fal, Replicate, Studio, ErrorMessage = "Providers:Default (MUSIC_PROVIDER) must be fal, replicate or studio.")]
    public string Default { get; init; } = Fal;

    [Description("API key of fal.ai. Without it fal is not used.")]
    public string? FalKey { get; init; }

    [Description("API token of Replicate. Without it Replicate is not used.")]
    public string? ReplicateToken { get; init; }

    [Description("Whether the built-in synthesiser may stand in when every AI provider failed.")]
    public bool StudioFallback { get; init; }

    public bool IsConfigured(string provider) => provider switch
    {
        Fal => !string.IsNullOrWhiteSpace(FalKey),
        Replicate => !string.IsNullOrWhiteSpace(ReplicateToken),
        _ => true,
    };
}
