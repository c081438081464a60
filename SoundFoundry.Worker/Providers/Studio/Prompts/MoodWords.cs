using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>What a mood does to energy, brightness, density, tempo (per cent), major or minor, and space.</summary>
internal static class MoodWords
{
    private static readonly (Mood Mood, string Words)[] Meanings =
    [
        (new(8, 10, 6, 6, 2, 0), "happy|cheerful|joyful|joy|fun|sunny|feel good|bright|jolly|merry|smile|summer|party"),
        (new(12, 8, 5, 4, 1, 5), "uplifting|inspiring|inspirational|motivational|hopeful|hope|optimistic|positive|sunrise|spring"),
        (new(-14, -10, -10, -12, -2, 10), "sad|melancholy|melancholic|sorrow|sorrowful|grief|lonely|tears|crying|heartbreak|gloomy|bittersweet|rain|rainy|autumn"),
        (new(0, -18, 0, -4, -2, 8), "dark|brooding|sinister|ominous|night|midnight|nocturnal|gothic|doom"),
        (new(4, -8, 0, -4, -3, 15), "scary|horror|creepy|haunting|haunted|eerie|spooky|unsettling|suspense|suspenseful"),
        (new(10, 0, 8, 4, -2, 0), "tense|tension|anxious|nervous|urgent|dramatic|danger|chase|spy|thriller"),
        (new(-18, -10, -12, -12, 1, 14), "calm|peaceful|quiet|gentle|soothing|serene|tranquil|relaxing|relaxed|relax|soft|mellow|still|sleepy|tender|delicate|minimal|minimalist"),
        (new(-8, -4, -6, -6, 0, 22), "dreamy|dream|ethereal|floating|airy|spacious|hazy|cosmic|space|celestial|ocean|underwater|clouds|misty|fog|snow|winter"),
        (new(-4, -14, 0, -3, 1, 4), "warm|cozy|cosy|smooth|intimate|vintage|nostalgic|nostalgia|analog|analogue|fireplace|coffee|wooden"),
        (new(-4, -4, -2, -4, 1, 6), "romantic|love|loving|sentimental|emotional|heartfelt|wedding"),
        (new(25, 12, 18, 8, 0, -6), "energetic|energy|powerful|intense|driving|pumping|workout|gym|sport|hype|banging|hard"),
        (new(28, 6, 16, 6, -2, -8), "aggressive|angry|rage|fierce|brutal|furious|violent|heavy"),
        (new(20, 6, 8, 0, 0, 14), "epic|heroic|triumphant|victory|victorious|majestic|grand|glorious|massive|huge"),
        (new(4, 6, 12, 4, 2, -4), "playful|quirky|funny|comedy|cute|whimsical|bouncy|cartoon|children|kids|silly"),
        (new(-2, -8, -4, -4, -1, 14), "mysterious|mystery|mystic|mystical|magical|enchanted|exotic|ancient|curious|forest"),
        (new(10, 4, 14, 0, 0, -4), "groovy|groove|danceable|rhythmic|percussive|tribal"),
        (new(-4, 0, -12, 0, 0, 8), "simple|sparse|plain|understated|subtle"),
        (new(6, 4, 18, 0, 0, 0), "complex|busy|intricate|virtuosic|lush|rich"),
        (new(0, 14, 4, 0, 0, 4), "sparkling|shimmering|crystal|crystalline|shiny|glittering|icy|glassy"),
        (new(6, 2, 4, 4, 1, 4), "adventurous|adventure|journey|travel|exploration|road trip|freedom"),
        (new(0, -4, 0, 0, -1, 4), "moody|introspective|reflective|pensive|thoughtful|wistful|longing"),
    ];

    public static readonly IReadOnlyDictionary<string, Mood> All = Meanings
        .SelectMany(row => row.Words.Split('|').Select(word => (word, row.Mood)))
        .ToDictionary(pair => pair.word, pair => pair.Mood);
}
