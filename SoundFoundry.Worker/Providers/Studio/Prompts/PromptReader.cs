using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>Looks a prompt's words up, longest phrase first, minding what "no" and "without" refuse.</summary>
internal sealed class PromptReader
{
    private const int LongestPhrase = 4;

    private static readonly HashSet<string> Refusals = ["no", "without", "minus", "not", "never", "zero", "lacking"];
    private static readonly HashSet<string> Joints = ["or", "and", "any", "a", "an", "the", "too", "very", "nor"];
    private static readonly HashSet<string> Drumless = ["drumless", "beatless", "percussionless", "a cappella", "acapella"];

    private readonly List<(Genre Genre, int Start, int End)> _genres = [];
    private readonly List<Instrument> _wanted = [];
    private readonly List<Instrument> _unwanted = [];
    private Mood _mood;
    private TempoRange? _tempoRange;
    private bool? _drums;
    private bool _swings;
    private bool _noLead;
    private bool _noBass;

    public static PromptReading Read(string prompt, IReadOnlyList<string> tags)
    {
        var text = string.Join(" , ", tags.Prepend(prompt));
        var reader = new PromptReader();
        reader.ReadWords(PromptWords.Of(text));
        var (tonic, mode) = KeyReader.Read(text);
        return new PromptReading(
            reader.GenresByWeight(), reader._mood, TempoReader.Read(text), reader._tempoRange, tonic, mode, MetreReader.Read(text),
            reader._drums, reader._swings, reader._wanted, reader._unwanted, reader._noLead, reader._noBass);
    }

    private void ReadWords(IReadOnlyList<string> words)
    {
        var refused = false;
        for (var i = 0; i < words.Count;)
        {
            if (Refusals.Contains(words[i]))
            {
                refused = true;
                i++;
                continue;
            }

            var taken = TakePhrase(words, i, refused);
            if (taken == 0 && !Joints.Contains(words[i])) refused = false;
            i += Math.Max(taken, 1);
        }
    }

    private int TakePhrase(IReadOnlyList<string> words, int start, bool refused)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - start); length > 0; length--)
        {
            var phrase = length == 1 ? words[start] : string.Join(' ', words.Skip(start).Take(length));
            if (Know(phrase, start, refused)) return length;
        }

        return 0;
    }

    private bool Know(string phrase, int position, bool refused) =>
        KnowGenre(phrase, position, refused) | KnowMood(phrase, refused) | KnowTempo(phrase, refused)
        | KnowInstrument(phrase, refused) | KnowOther(phrase, refused);

    private bool KnowGenre(string phrase, int position, bool refused)
    {
        if (!GenreWords.All.TryGetValue(phrase, out var name)) return false;
        if (!refused) _genres.Add((Genres.Named(name), position, position + phrase.Count(letter => letter == ' ') + 1));
        return true;
    }

    private bool KnowMood(string phrase, bool refused)
    {
        if (!MoodWords.All.TryGetValue(phrase, out var mood)) return false;
        if (!refused) _mood += mood;
        return true;
    }

    private bool KnowTempo(string phrase, bool refused)
    {
        if (!TempoWords.All.TryGetValue(phrase, out var range)) return false;
        if (!refused) _tempoRange = range;
        return true;
    }

    private bool KnowInstrument(string phrase, bool refused)
    {
        if (!InstrumentWords.All.TryGetValue(phrase, out var instrument)) return false;
        if (instrument == Instrument.Drums) _drums = !refused;
        else (refused ? _unwanted : _wanted).Add(instrument);
        return true;
    }

    private bool KnowOther(string phrase, bool refused)
    {
        if (Drumless.Contains(phrase)) _drums = false;
        else if (phrase is "swing" or "swung" or "shuffle" or "swinging") _swings = !refused;
        else if (phrase is "melody" or "lead" or "solo") _noLead = refused;
        else if (phrase is "bass") _noBass = refused;
        else return false;
        return true;
    }

    /// <summary>In a run such as "jazzy lo-fi house" the last word is the noun; a genre named later only leans on it.</summary>
    private List<Genre> GenresByWeight()
    {
        var run = 1;
        while (run < _genres.Count && _genres[run].Start == _genres[run - 1].End) run++;
        return [.. _genres.Take(run).Reverse().Concat(_genres.Skip(run)).Select(found => found.Genre).Distinct()];
    }
}
