namespace SoundFoundry.Bench.Studio;

/// <summary>A spread of prompts from one soft pad to the busiest arrangements.</summary>
internal static class StudioPrompts
{
    public static readonly IReadOnlyList<string> All =
    [
        "Warm ambient pad",
        "energetic techno",
        "lo-fi hip hop beat with piano",
        "epic cinematic orchestra, 100 bpm in D minor",
        "happy folk guitar in G major",
        "smooth jazz with saxophone",
        "uplifting trance 138 bpm",
        "sad piano, slow",
        "waltz with accordion, 3/4",
        "heavy metal in E minor",
        "celtic jig with flute 6/8",
        "synthwave night drive",
        "bossa nova with flute",
        "reggae summer groove",
        "8-bit chiptune adventure",
        "lullaby music box",
        "drum and bass liquid",
        "funk with slap bass",
        "baroque harpsichord in C minor",
        "meditation with singing bowls",
    ];
}
