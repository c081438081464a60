using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Live;

namespace SoundFoundry.Web.Create;

/// <summary>Who makes the music and for how much, and why they can't do something.</summary>
public sealed class Makers
{
    private readonly IStringLocalizer<Words> _t;

    internal Makers(IStringLocalizer<Words> t) => _t = t;

    /// <summary>Who makes it, and what is to be known of the model.</summary>
    public string MadeBy(string provider, ModelEntry model) => provider == "studio"
        ? _t["Made by the built-in studio, which is not an AI model."]
        : $"{_t["Made by {0}.", ProviderNames.InTheWorld(provider)]} {model.Note}";

    public string Price(ModelEntry model) => (model.PriceCredits, model.PriceBasis) switch
    {
        (0, _) => _t["free"],
        (1, "started_minute") => _t["1 credit a minute"],
        ({ } credits, "started_minute") => _t["{0} credits a minute", credits],
        (1, "started_second") => _t["1 credit a second"],
        ({ } credits, "started_second") => _t["{0} credits a second", credits],
        (1, _) => _t["1 credit"],
        ({ } credits, _) => _t["{0} credits", credits],
    };

    public string? NoVoice(FormRules rules) =>
        Unless(rules.CanSing, rules, "{0} makes instrumental music only.", "Who is chosen here makes instrumental music only.");

    public string? NoInstrumental(FormRules rules) =>
        Unless(rules.CanBeInstrumental, rules, "{0} always sings.", "Who is chosen here always sings.");

    public string? NoLyrics(FormRules rules) =>
        Unless(rules.TakesLyrics, rules, "{0} hums without words: it sings no lyrics.", "Who is chosen here sings no lyrics.");

    public string? NoLength(FormRules rules) =>
        Unless(rules.ControlsLength, rules, "{0} decides the length itself.", "Who is chosen here decides the length.");

    public string? NoNegativePrompt(FormRules rules) =>
        Unless(rules.TakesNegativePrompt, rules, "{0} can't be told what to leave out.", "Who is chosen here can't be told what to leave out.");

    public string? NoSeed(FormRules rules) =>
        Unless(rules.TakesSeed, rules, "{0} takes no seed: it never makes the same twice.", "Who is chosen here takes no seed.");

    private string? Unless(bool can, FormRules rules, string oneCannot, string noneCan)
    {
        if (can) return null;
        return rules.Only is { } only ? _t[oneCannot, rules.OnlyStudio ? _t["The built-in studio"] : only.Model] : _t[noneCan];
    }
}
