namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <param name="Start">In ticks, 480 to the quarter.</param>
/// <param name="Length">In ticks.</param>
/// <param name="Pitch">MIDI number; for a drum part, the <see cref="Drum"/>.</param>
/// <param name="Velocity">1 to 127.</param>
internal readonly record struct Note(int Start, int Length, int Pitch, int Velocity)
{
    public int End => Start + Length;
}
