using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Holds each chord for as long as it lasts.</summary>
internal static class PadWriter
{
    public static IEnumerable<Note> Write(Score score, Touch touch, Role role, Instrument instrument)
    {
        var lift = instrument is Instrument.GlassPad ? 12 : 0;
        foreach (var section in score.Sections.Where(section => score.Plays(role, section)))
        {
            foreach (var span in score.ChordsOf(section))
            {
                var velocity = touch.Velocity(section, span.Start, -8);
                foreach (var pitch in span.Voicing) yield return new Note(span.Start, span.Length, pitch + lift, velocity);
            }
        }
    }
}
