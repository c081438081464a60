using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>How hard a note is struck: by section, by its place in the bar, and a little by chance.</summary>
internal sealed class Touch(Score score, Dice dice)
{
    public int Velocity(Section section, int tick, int accent)
    {
        var place = (tick - section.Start) % score.Style.Metre.BarTicks;
        var beat = place == 0 ? 8 : score.Style.Metre.Pulses.Contains(place) ? 3 : -4;
        var velocity = 46 + (section.Intensity / 4) + (score.Style.Energy / 6) + beat + accent + dice.Between(-5, 5);
        return Math.Clamp(velocity, 20, 124);
    }
}
