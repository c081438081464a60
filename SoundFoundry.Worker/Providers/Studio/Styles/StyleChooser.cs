using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Prompts;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

/// <summary>Decides what the prompt left open, by genre, mood and chance.</summary>
internal static class StyleChooser
{
    public static Style Choose(PromptReading reading, StudioRequest request, ulong fingerprint)
    {
        var dice = Dice.For(fingerprint, "style");
        var genre = BaseGenre(reading, dice);
        var boldness = Math.Clamp((int)Math.Round(request.StyleStrength * 100), 0, 100);
        var metre = reading.Metre ?? genre.Metre;
        var mood = reading.Mood;
        var energy = Amount(Lean(reading, genre, other => other.Energy) + mood.Energy + ((boldness - 50) / 8));
        var key = KeyFor(reading, genre, dice);
        var tempo = TempoChooser.Choose(reading, genre, metre, request.DurationSeconds, dice);
        var groove = GrooveFor(reading, genre, energy);

        return new Style(
            genre.Name, tempo, key, metre, energy,
            Amount(Lean(reading, genre, other => other.Density) + mood.Density + ((boldness - 50) / 4)),
            Amount(Lean(reading, genre, other => other.Brightness) + mood.Brightness + ((boldness - 50) / 4)),
            boldness,
            reading.Swings ? Math.Max(genre.Swing, 30) : genre.Swing,
            Amount(Lean(reading, genre, other => other.Space) + mood.Space),
            genre.Pump && groove != Groove.None,
            reading.Genres.Any(other => other.Dust),
            genre.BarsPerChord, ColourFor(genre, boldness), groove, genre.Kit,
            reading.NoBass ? BassFigure.None : genre.Bass, genre.Comp, genre.Arp,
            EnsembleChooser.Choose(reading, genre, request.HasVocals, dice));
    }

    private static Genre BaseGenre(PromptReading reading, Dice dice)
    {
        if (reading.Genres.Count > 0) return reading.Genres[0];
        var mood = reading.Mood;
        if (mood.Energy <= -12) return Genres.Named(reading.Wanted.Contains(Instrument.Piano) ? "piano" : mood.Space > 8 ? "ambient" : "ballad");
        if (reading.Wanted.Contains(Instrument.DistortedGuitar)) return Genres.Named("rock");
        if (mood.Energy >= 20) return Genres.Named(dice.Pick(["dance", "rock", "house"]));
        if (reading.Wanted is [Instrument.Piano]) return Genres.Named("piano");
        return mood.Energy >= 6 ? Genres.Named("pop") : Genres.Default;
    }

    /// <summary>A second genre in the prompt pulls each amount a third of the way towards itself.</summary>
    private static int Lean(PromptReading reading, Genre genre, Func<Genre, int> amount) =>
        reading.Genres.Count > 1 ? ((2 * amount(genre)) + amount(reading.Genres[1])) / 3 : amount(genre);

    private static int Amount(int value) => Math.Clamp(value, 0, 100);

    private static Key KeyFor(PromptReading reading, Genre genre, Dice dice)
    {
        var tonic = dice.Below(12);
        var mode = dice.Pick(genre.Modes);
        var wantsMinor = reading.Mood.Major < 0;
        if (reading.Mood.Major != 0 && new Key(0, mode).IsMinor != wantsMinor)
            mode = genre.Modes.FirstOrDefault(other => new Key(0, other).IsMinor == wantsMinor, wantsMinor ? Mode.Minor : Mode.Major);
        return new Key(reading.Tonic ?? tonic, reading.Mode ?? mode);
    }

    private static Groove GrooveFor(PromptReading reading, Genre genre, int energy) => reading.Drums switch
    {
        false => Groove.None,
        true when genre.Groove == Groove.None => energy >= 35 ? Groove.Pop : Groove.Soft,
        _ => genre.Groove,
    };

    private static Colour ColourFor(Genre genre, int boldness) => boldness switch
    {
        < 25 when genre.Colour != Colour.Open => Colour.Triads,
        > 70 when genre.Colour is Colour.Triads => Colour.Sevenths,
        > 85 when genre.Colour is Colour.Sevenths => Colour.Ninths,
        _ => genre.Colour,
    };
}
