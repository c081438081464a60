using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What is wrong with a form, by the request's field names.</summary>
public sealed class FormErrors
{
    private static readonly HashSet<string> InSimple = ["prompt"];

    private static readonly HashSet<string> InCustom =
    [
        "prompt", "title", "tags", "has_vocals", "lyrics", "duration_s", "style_strength", "negative_prompt", "seed", "variations", "model",
    ];

    private readonly Dictionary<string, string> _byField = [];
    private readonly IStringLocalizer<Words> _t;
    private readonly bool _isSimple;

    internal FormErrors(IStringLocalizer<Words> t, bool isSimple) => (_t, _isSimple) = (t, isSimple);

    /// <summary>What belongs to no field that is shown.</summary>
    public string? General { get; private set; }

    public bool Any => _byField.Count > 0 || General is not null;

    /// <summary>Whether one of the fields that are folded away is wrong.</summary>
    public bool InMore => _byField.Keys.Any(name => name is "style_strength" or "negative_prompt" or "seed");

    public string? this[string field] => _byField.GetValueOrDefault(field);

    public void Say(string general) => General = general;

    public void NotANumber(string field) => _byField[field] = field switch
    {
        "duration_s" => _t["Give the length in seconds, as a number such as 12.5."],
        "style_strength" => _t["Give a number from 0 to 1."],
        "seed" => _t["A seed is a whole number."],
        _ => _t["Give a whole number."],
    };

    internal void Take(Problem problem)
    {
        var shown = _isSimple ? InSimple : InCustom;
        foreach (var (name, messages) in problem.Errors ?? new Dictionary<string, string[]>())
        {
            var field = name == "provider" ? "model" : name;
            if (shown.Contains(field)) _byField[field] = string.Join(" ", messages);
            else General = string.Join(" ", messages);
        }

        if (!Any) General = problem.InWords;
    }
}
