using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Routing;

/// <summary>Which providers this installation may use, where they are, and which it asks first.</summary>
public sealed class ProviderOptions
{
    public const string Section = "Providers";
    public const string Fal = "fal";
    public const string Replicate = "replicate";
    public const string Studio = "studio";

    /// <summary>The providers elsewhere.</summary>
    public static readonly IReadOnlyList<string> Remote = [Fal, Replicate];

    [Description("Provider asked first: fal, replicate or studio.")]
    [Required, AllowedValues(Fal, Replicate, Studio, ErrorMessage = "Providers:Default (MUSIC_PROVIDER) must be fal, replicate or studio.")]
    public string Default { get; init; } = Fal;

    [Description("API key of fal.ai. Without it fal is not used.")]
    public string? FalKey { get; init; }

    [Description("API token of Replicate. Without it Replicate is not used.")]
    public string? ReplicateToken { get; init; }

    [Description("Signing secret of Replicate's webhooks (whsec_…). Without it the secret is asked of Replicate.")]
    public string? ReplicateWebhookSecret { get; init; }

    [Description("Whether the built-in synthesiser may stand in when every AI provider failed.")]
    public bool StudioFallback { get; init; }

    [Description("Where fal takes requests.")]
    public Uri FalUrl { get; init; } = new("https://queue.fal.run");

    [Description("Where fal answers questions about accounts and webhook keys.")]
    public Uri FalRestUrl { get; init; } = new("https://rest.fal.ai");

    [Description("Replicate's API.")]
    public Uri ReplicateUrl { get; init; } = new("https://api.replicate.com/v1");

    [Description("A simulator that stands for both providers, such as http://localhost:8900. For development: refused in production.")]
    public Uri? Simulator { get; init; }

    /// <summary>Where fal's queue really is: the simulator, if there is one.</summary>
    public Uri FalQueue => Simulator ?? FalUrl;

    public Uri FalRest => Simulator ?? FalRestUrl;

    public Uri ReplicateApi => Simulator is null ? ReplicateUrl : new Uri(Simulator, "/v1");

    public bool IsConfigured(string provider) => provider switch
    {
        Fal => !string.IsNullOrWhiteSpace(FalKey),
        Replicate => !string.IsNullOrWhiteSpace(ReplicateToken),
        _ => true,
    };

    /// <summary>Which setting holds a provider's key, by the name operators know.</summary>
    public static string KeySetting(string provider) => provider == Fal ? "FAL_KEY" : "REPLICATE_API_TOKEN";
}
