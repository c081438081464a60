using System.Globalization;
using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>All that can be chosen. What the chosen model can't do is closed, and says why.</summary>
public sealed partial class CustomFields : ComponentBase
{
    private static readonly IReadOnlyList<string> Parts = ["[Intro]", "[Verse]", "[Chorus]", "[Bridge]", "[Instrumental]", "[Outro]"];
    private static readonly IReadOnlyList<Choice> Counts = [new("1", "1"), new("2", "2"), new("3", "3"), new("4", "4")];

    private Makers _makers = null!;
    private string _suggestions = string.Empty;

    [Parameter, EditorRequired]
    public required Draft Draft { get; set; }

    [Parameter, EditorRequired]
    public required FormRules Rules { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    [Parameter]
    public ProviderList? Providers { get; set; }

    [Parameter]
    public IReadOnlyList<Track> Lately { get; set; } = [];

    /// <summary>What stands in the draft is another thing now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private IReadOnlyList<Choice> Voices =>
        [new("no", T["Instrumental"], Rules.CanBeInstrumental), new("yes", T["Vocals"], Rules.CanSing)];

    private string LengthHint => _makers.NoLength(Rules)
        ?? T["Seconds, {0} to {1}", Seconds(Rules.MinSeconds), Seconds(Rules.MaxSeconds)];

    protected override void OnInitialized()
    {
        _makers = new Makers(T);
        _suggestions = TagSuggestions.Of(Lately);
    }

    private static string Seconds(double seconds) => seconds.ToString("0.#", CultureInfo.InvariantCulture);

    private string? Invalid(string field) => Errors[field] is null ? null : "true";

    private Task TagsChanged(ChangeEventArgs change)
    {
        Draft.Tags = change.Value as string ?? string.Empty;
        return Changed.InvokeAsync();
    }

    private Task VoiceChanged(string vocals)
    {
        Draft.Vocals = vocals;
        return Changed.InvokeAsync();
    }

    private Task VariationsChanged(string variations)
    {
        Draft.Variations = variations;
        return Changed.InvokeAsync();
    }

    private Task ModelChanged(string model)
    {
        Draft.Model = model;
        return Changed.InvokeAsync();
    }
}
