using System.Globalization;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What the form may ask for, given who would make it: one model that was chosen, or any of those that are set up here.</summary>
public sealed class FormRules
{
    public const double UsualSeconds = 30;
    private const string Studio = "studio";
    private const double LeastSeconds = 5;
    private const double MostSeconds = 240;
    private const int MostPrompt = 2_000;
    private const int MostLyrics = 5_000;

    private readonly IReadOnlyList<ModelEntry> _makers;
    private readonly IReadOnlyList<ModelEntry> _able;

    private FormRules(string? provider, IReadOnlyList<ModelEntry> makers, Draft draft)
    {
        _makers = makers;
        Provider = provider;
        HasVocals = (draft is { IsSimple: false, Vocals: "yes" } && CanSing) || !CanBeInstrumental;
        _able = [.. makers.Where(model => HasVocals ? Sings(model) : IsInstrumental(model))];
        TakesLyrics = HasVocals && _able.Any(SingsWords);
        if (TakesLyrics && !string.IsNullOrWhiteSpace(draft.Lyrics)) _able = [.. _able.Where(SingsWords)];
    }

    /// <summary>The one that was chosen; null if any would do, or what was chosen is no longer to be had.</summary>
    public string? Provider { get; }

    /// <inheritdoc cref="Provider" />
    public string? Model { get; private init; }

    /// <summary>The only one that could make it; null where several could.</summary>
    public ModelEntry? Only => _makers is [var only] ? only : null;

    public bool OnlyStudio { get; private init; }

    public bool CanSing => _makers.Count == 0 || _makers.Any(Sings);

    public bool CanBeInstrumental => _makers.Count == 0 || _makers.Any(IsInstrumental);

    /// <summary>What was chosen, where there is a choice.</summary>
    public bool HasVocals { get; }

    public bool TakesLyrics { get; }

    /// <summary>Whether nobody would sing without words.</summary>
    public bool NeedsLyrics => TakesLyrics && _able.All(model => model.LyricsRequired);

    public bool ControlsLength => _able.Count == 0 || _able.Any(model => model.ControlsDuration);

    public double MinSeconds => _able.Select(model => model.MinDurationS).DefaultIfEmpty(LeastSeconds).Min();

    public double MaxSeconds => _able.Select(model => model.MaxDurationS).DefaultIfEmpty(MostSeconds).Max();

    public bool TakesNegativePrompt => _able.Any(model => model.TakesNegativePrompt);

    public bool TakesSeed => _able.Count == 0 || _able.Any(model => model.TakesSeed);

    public int MaxPrompt => _able.Select(model => model.Prompt?.Max ?? MostPrompt).DefaultIfEmpty(MostPrompt).Max();

    public int MaxLyrics => _able.Select(model => model.Lyrics?.Max ?? MostLyrics).DefaultIfEmpty(MostLyrics).Max();

    public static FormRules Of(ProviderList? list, Draft draft)
    {
        var chosen = draft.IsSimple ? [] : draft.Model.Split('/', 2);
        var provider = list?.Providers.FirstOrDefault(entry => entry.Configured && chosen.Length > 0 && entry.Name == chosen[0]);
        if (provider is null) return new FormRules(null, Usual(list), draft) { OnlyStudio = list?.Default == Studio && Usual(list).Count == 1 };
        var model = chosen.Length > 1 ? provider.Models.FirstOrDefault(entry => entry.Model == chosen[1]) : null;
        return new FormRules(provider.Name, model is null ? provider.Models : [model], draft) { Model = model?.Model, OnlyStudio = provider.Name == Studio };
    }

    /// <summary>What to ask of a model that decides the length itself but takes no other.</summary>
    public double NearestSeconds(string typed)
    {
        var isNumber = double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds);
        return Math.Clamp(isNumber ? seconds : UsualSeconds, MinSeconds, MaxSeconds);
    }

    /// <summary>The built-in synthesiser stands aside where there is a real provider.</summary>
    private static IReadOnlyList<ModelEntry> Usual(ProviderList? list)
    {
        var providers = list?.Providers.Where(provider => provider.Configured && (provider.Name != Studio || list.Default == Studio));
        return [.. (providers ?? []).SelectMany(provider => provider.Models)];
    }

    private static bool Sings(ModelEntry model) => model.Vocals != "none";

    private static bool SingsWords(ModelEntry model) => model.Vocals == "sung";

    private static bool IsInstrumental(ModelEntry model) => model.Instrumental != "never";
}
