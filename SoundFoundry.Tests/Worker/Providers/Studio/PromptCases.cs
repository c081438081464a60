namespace SoundFoundry.Tests.Worker.Providers.Studio;

/// <summary>Prompts from quiet to loud, plain to odd, with a length each.</summary>
internal static class PromptCases
{
    public static readonly IReadOnlyList<(string Prompt, double Seconds)> All =
    [
        ("Warm ambient pad", 14), ("energetic techno", 12), ("lo-fi hip hop beat with piano", 12), ("sad slow piano, no drums", 16),
        ("epic cinematic orchestra, 100 bpm in D minor", 12), ("happy folk guitar in G major", 10), ("smooth jazz with saxophone", 10),
        ("uplifting trance 138 bpm", 12), ("waltz with accordion in 3/4", 10), ("heavy metal in E minor", 9),
        ("celtic jig with flute 6/8", 10), ("synthwave night drive", 12), ("bossa nova with flute", 9), ("reggae summer groove", 10),
        ("8-bit chiptune adventure", 9), ("lullaby, music box", 12), ("liquid drum and bass", 10), ("funk with slap bass", 9),
        ("baroque harpsichord in C minor", 10), ("meditation with singing bowls", 16), ("dark drone", 14), ("dubstep, wobble bass", 9),
        ("trap beat with bells", 10), ("disco strings 118 bpm", 9), ("romantic ballad with violin", 12), ("military march", 9),
        ("punk rock 180 bpm", 8), ("blues shuffle in A", 10), ("salsa with trumpet", 9), ("marimba and kalimba, 5/4", 10),
        ("progressive rock in 7/8 with organ", 10), ("🎹🔥✨", 8), ("موسيقى هادئة للنوم", 9), ("x", 5), ("deep house 122 bpm with vocals", 11),
    ];

    public static TheoryData<string, double> Rows()
    {
        var rows = new TheoryData<string, double>();
        foreach (var (prompt, seconds) in All) rows.Add(prompt, seconds);
        return rows;
    }
}
