using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>Style tags to choose from: one's own of late first, then the usual ones.</summary>
internal static class TagSuggestions
{
    private static readonly IReadOnlyList<string> Usual =
    [
        "ambient", "acoustic", "afrobeat", "blues", "bossa nova", "chillout", "chiptune", "cinematic", "classical", "country", "dance",
        "disco", "downtempo", "drum and bass", "dubstep", "folk", "funk", "gospel", "hip hop", "house", "indie", "jazz", "latin", "lo-fi",
        "metal", "orchestral", "pop", "punk", "r&b", "reggae", "rock", "soul", "synthwave", "techno", "trance", "trap", "waltz",
        "calm", "dark", "dreamy", "energetic", "epic", "happy", "melancholic", "playful", "romantic", "tense", "uplifting",
        "acoustic guitar", "bass", "brass", "cello", "drums", "electric guitar", "flute", "piano", "saxophone", "strings", "synth pads",
        "violin", "slow", "mid tempo", "fast", "90 bpm", "120 bpm", "140 bpm",
    ];

    public static string Of(IEnumerable<Track> lately) =>
        string.Join('|', lately.SelectMany(track => track.Tags).Concat(Usual).Distinct(StringComparer.OrdinalIgnoreCase));
}
