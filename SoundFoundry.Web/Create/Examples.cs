namespace SoundFoundry.Web.Create;

/// <summary>Prompts to begin with. They stay in English, which every model here understands best.</summary>
internal static class Examples
{
    private static readonly IReadOnlyList<string> ForModels =
    [
        "Warm synth pads over soft rain, hopeful",
        "Dusty lo-fi hip hop, lazy Rhodes, 78 bpm",
        "Upbeat funk, slap bass and tight horns",
        "Bossa nova guitar, evening by the sea",
        "Dark driving techno, 132 bpm",
        "Orchestral trailer with a huge brass finale",
    ];

    /// <summary>In words that the built-in synthesiser knows.</summary>
    private static readonly IReadOnlyList<string> ForStudio =
    [
        "Warm ambient pad, slow and dreamy",
        "Lo-fi hip hop, electric piano, 78 bpm",
        "Upbeat funk with slap bass and brass",
        "Bossa nova on nylon guitar, romantic",
        "Dark techno, driving, 132 bpm",
        "Epic strings, slow march in C minor",
    ];

    public static IReadOnlyList<string> For(string? provider) => provider is null or "studio" ? ForStudio : ForModels;
}
