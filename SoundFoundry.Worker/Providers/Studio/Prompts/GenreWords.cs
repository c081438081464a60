namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>Other names people use for the genres we can play.</summary>
internal static class GenreWords
{
    private static readonly (string Genre, string Words)[] Names =
    [
        ("ambient", "ambient|ambience|atmosphere|atmospheric|soundscape|space music|new age|chillout|chill out"),
        ("drone", "drone|drones"),
        ("meditation", "meditation|meditative|yoga|spa|mindfulness|sleep music|sleep"),
        ("lullaby", "lullaby|lullabies|cradle song|nursery"),
        ("classical", "classical|baroque|chamber|sonata|minuet|mozart|bach|string quartet|renaissance"),
        ("piano", "piano solo|solo piano|nocturne|neoclassical|neo classical|etude|prelude"),
        ("waltz", "waltz|valse|mazurka"),
        ("cinematic", "cinematic|orchestral|orchestra|epic|soundtrack|film score|movie|trailer|symphonic|symphony|score|fantasy|battle"),
        ("celtic", "celtic|irish|scottish|jig|medieval|tavern"),
        ("folk", "folk|acoustic|singer songwriter|campfire|indie folk|bluegrass"),
        ("country", "country|western|americana"),
        ("techno", "techno|industrial|acid|rave|minimal techno"),
        ("house", "house|deep house|tech house|garage"),
        ("trance", "trance|psytrance|goa"),
        ("dance", "edm|dance|club|electro|eurodance|electronic|electronica|big room"),
        ("drum and bass", "drum and bass|drum n bass|drum bass|dnb|jungle|breakbeat|liquid dnb"),
        ("dubstep", "dubstep|brostep|bass music"),
        ("synthwave", "synthwave|retrowave|outrun|vaporwave|80s|eighties|1980s|synth pop|synthpop|new wave|cyberpunk"),
        ("chiptune", "chiptune|chip tune|8 bit|8bit|video game|videogame|arcade|game boy|retro game|nintendo"),
        ("downtempo", "downtempo|trip hop|triphop|chill|chillwave|lounge"),
        ("lo-fi", "lo fi|lofi|lo fi hip hop|lofi hip hop|study beats|chillhop"),
        ("hip hop", "hip hop|hiphop|rap|boom bap"),
        ("trap", "trap|drill|phonk"),
        ("pop", "pop|indie pop|k pop|kpop|hit|indie"),
        ("rock", "rock|indie rock|hard rock|classic rock|grunge|alternative|post rock|surf rock"),
        ("punk", "punk|punk rock|pop punk|ska"),
        ("metal", "metal|heavy metal|death metal|thrash|djent"),
        ("blues", "blues|bluesy"),
        ("jazz", "jazz|jazzy|swing|bebop|big band|smooth jazz|dixieland|noir"),
        ("bossa nova", "bossa nova|bossa|samba|brazilian"),
        ("latin", "latin|salsa|mambo|rumba|cumbia|reggaeton|tango|flamenco|cha cha|mariachi|afrobeat"),
        ("reggae", "reggae|dub|dancehall|caribbean|calypso|tropical|island"),
        ("funk", "funk|funky"),
        ("disco", "disco|nu disco|70s|seventies"),
        ("soul", "soul|r b|rnb|rhythm and blues|neo soul|gospel|motown"),
        ("march", "march|marching|military|anthem|fanfare|parade"),
        ("ballad", "ballad|power ballad|love song|romance"),
    ];

    public static readonly IReadOnlyDictionary<string, string> All = Names
        .SelectMany(row => row.Words.Split('|').Select(word => (word, row.Genre)))
        .ToDictionary(pair => pair.word, pair => pair.Genre);
}
