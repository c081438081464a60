using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Prompts;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal static class TempoChooser
{
    private const int Leeway = 5;

    /// <summary>A number in the prompt stands; a free tempo is nudged so that whole bars fill the duration.</summary>
    public static int Choose(PromptReading reading, Genre genre, Metre metre, double seconds, Dice dice)
    {
        var (slowest, fastest) = RangeFor(reading, genre, metre);
        var wish = dice.Between(slowest, fastest);
        if (reading.BeatsPerMinute is { } asked) return asked;

        return Enumerable.Range(wish - Leeway, (2 * Leeway) + 1)
            .Where(tempo => tempo >= slowest && tempo <= fastest)
            .OrderBy(tempo => Misfit(tempo, metre, seconds))
            .ThenBy(tempo => Math.Abs(tempo - wish))
            .First();
    }

    private static (int Slowest, int Fastest) RangeFor(PromptReading reading, Genre genre, Metre metre)
    {
        // Compound pulses hold three eighths instead of two, so the same liveliness counts slower.
        var (slowest, fastest) = metre.IsCompound && !genre.Metre.IsCompound
            ? (genre.Slowest * 2 / 3, genre.Fastest * 2 / 3)
            : (genre.Slowest, genre.Fastest);
        var percent = Math.Clamp(100 + reading.Mood.Tempo, 80, 118);
        (slowest, fastest) = (slowest * percent / 100, fastest * percent / 100);

        if (reading.TempoRange is { } word)
            (slowest, fastest) = word.Slowest > fastest || word.Fastest < slowest
                ? (word.Slowest, word.Fastest)
                : (Math.Max(slowest, word.Slowest), Math.Min(fastest, word.Fastest));
        return (Math.Clamp(slowest, Tempo.Slowest, Tempo.Fastest), Math.Clamp(fastest, Tempo.Slowest, Tempo.Fastest));
    }

    private static int Misfit(int beatsPerMinute, Metre metre, double seconds)
    {
        var body = FormPlanner.BodyTicks(new Tempo(beatsPerMinute, metre.PulseTicks), seconds);
        var bars = body / metre.BarTicks;
        var oddness = bars % 4 == 0 ? 0 : bars % 2 == 0 ? 20 : 40;
        return (100 * (body % metre.BarTicks) / metre.BarTicks) + oddness;
    }
}
