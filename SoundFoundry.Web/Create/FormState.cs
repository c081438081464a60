using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What stands in the form, what may stand there, and what is wrong with it.</summary>
public sealed class FormState
{
    private readonly IStringLocalizer<Words> _t;
    private ProviderList? _providers;

    internal FormState(IStringLocalizer<Words> t)
    {
        _t = t;
        Errors = new FormErrors(t, Draft.IsSimple);
        Rules = FormRules.Of(list: null, Draft);
    }

    public Draft Draft { get; } = new();

    public FormRules Rules { get; private set; }

    public FormErrors Errors { get; private set; }

    /// <summary>The request as it stands, or null where it can be none; nothing is said of that.</summary>
    internal CreateTrack? Request => Draft.ToRequest(Rules, new FormErrors(_t, Draft.IsSimple));

    /// <summary>What stands in the draft, or who there is to make it, is another thing now.</summary>
    public void Follow(ProviderList? providers)
    {
        _providers = providers;
        Follow();
    }

    /// <inheritdoc cref="Follow(ProviderList?)" />
    public void Follow() => Rules = FormRules.Of(_providers, Draft);

    public void SetMode(string mode)
    {
        Draft.Mode = mode;
        Errors = new FormErrors(_t, Draft.IsSimple);
        Follow();
    }

    /// <inheritdoc cref="Draft.Take(IReadOnlyDictionary{string, string})" />
    public void Take(IReadOnlyDictionary<string, string> kept)
    {
        Draft.Take(kept);
        Follow();
    }

    /// <inheritdoc cref="Draft.Take(Track, bool)" />
    public void Take(Track track, bool vary)
    {
        Draft.Take(track, vary);
        Errors = new FormErrors(_t, Draft.IsSimple);
        Follow();
    }

    /// <returns>The request, or null where it can be none: what is wrong is told then.</returns>
    internal CreateTrack? Check()
    {
        Errors = new FormErrors(_t, Draft.IsSimple);
        return Draft.ToRequest(Rules, Errors);
    }
}
