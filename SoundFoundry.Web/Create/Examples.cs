namespace SoundFoundry.Web.Create;

/// <summary>Prompts to begin with. They stay in English, which every model here understands best.</summary>
internal static class Examples
{
    private static readonly IReadOnlyList<string> ForModels =
    [
        "Warm analog synth pads drifting over soft rain, cinematic and hopeful",
        "Dusty lo-fi hip hop with a lazy Rhodes piano and vinyl crackle, 78 bpm",
        "Upbeat funk with slap bass, tight horns and a live drummer",
        "Solo nylon guitar, bossa nova, a quiet evening by the sea",
        "Driving techno, rolling bassline, dark warehouse, 132 bpm",
        "Orchestral trailer: slow build, low strings, a huge brass finale",
    ];

    /// <summary>In words that the built-in synthesiser knows.</summary>
    private static readonly IReadOnlyList<string> ForStudio =
    [
        "Warm ambient pad, slow and dreamy, in D major",
        "Lo-fi hip hop, mellow electric piano, 78 bpm",
        "Upbeat funk with slap bass and brass",
        "Bossa nova on nylon guitar, calm and romantic",
        "Dark techno, driving, 132 bpm",
        "Epic cinematic strings, a slow march in C minor",
    ];

    public static IReadOnlyList<string> For(string? provider) => provider is null or "studio" ? ForStudio : ForModels;
}
