using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What is wrong with a form, by the request's field names.</summary>
internal sealed class FormErrors
{
    private static readonly HashSet<string> Shown =
        ["prompt", "has_vocals", "duration_s", "style_strength", "title", "tags", "seed", "variations"];

    private readonly Dictionary<string, string> _byField = [];

    /// <summary>What belongs to no field of the form.</summary>
    public string? General { get; private set; }

    public bool Any => _byField.Count > 0 || General is not null;

    /// <summary>Whether one of the fields that are folded away is wrong.</summary>
    public bool InMore => _byField.Keys.Any(name => name is "title" or "tags" or "seed" or "variations");

    public string? this[string field] => _byField.GetValueOrDefault(field);

    public void Add(string field, string message) => _byField[field] = message;

    public void Take(Problem problem)
    {
        foreach (var (field, messages) in problem.Errors ?? new Dictionary<string, string[]>())
        {
            if (Shown.Contains(field)) Add(field, string.Join(" ", messages));
            else General = string.Join(" ", messages);
        }

        if (!Any) General = problem.InWords;
    }
}
