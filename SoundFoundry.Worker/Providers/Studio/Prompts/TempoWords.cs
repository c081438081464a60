namespace SoundFoundry.Worker.Providers.Studio.Prompts;

internal static class TempoWords
{
    private static readonly (TempoRange Range, string Words)[] Meanings =
    [
        (new(44, 56), "largo|grave|very slow|extremely slow|glacial"),
        (new(56, 72), "slow|slowly|adagio|lento|slow tempo|unhurried|slow motion"),
        (new(76, 96), "andante|walking pace|laid back|medium slow"),
        (new(96, 114), "moderato|mid tempo|midtempo|medium tempo|moderate tempo"),
        (new(112, 132), "upbeat|up tempo|uptempo|lively|allegretto|brisk"),
        (new(126, 150), "allegro|fast|quick|rapid|fast tempo|fast paced"),
        (new(152, 176), "vivace|presto|very fast|super fast|extremely fast|frantic|prestissimo"),
    ];

    public static readonly IReadOnlyDictionary<string, TempoRange> All = Meanings
        .SelectMany(row => row.Words.Split('|').Select(word => (word, row.Range)))
        .ToDictionary(pair => pair.word, pair => pair.Range);
}
