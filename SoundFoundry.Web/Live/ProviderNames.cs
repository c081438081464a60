using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Live;

/// <summary>What those who make the music are called, in the visitor's language.</summary>
internal sealed class ProviderNames(IStringLocalizer<Words> t)
{
    /// <summary>On its own: in a list, a table or a heading.</summary>
    public string Alone(string name) => name == "studio" ? t["Built-in studio"] : InTheWorld(name);

    /// <summary>After "by", "at", "with" or "from".</summary>
    public string InSentence(string? name) => name switch
    {
        "studio" => t["the built-in studio"],
        null => t["the provider"],
        _ => InTheWorld(name),
    };

    /// <summary>The name that a provider gave itself.</summary>
    public static string InTheWorld(string name) => name switch
    {
        "fal" => "fal.ai",
        "replicate" => "Replicate",
        _ => name,
    };
}
