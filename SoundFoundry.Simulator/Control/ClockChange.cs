namespace SoundFoundry.Simulator.Control;

internal sealed record ClockChange(double AdvanceS)
{
    /// <summary>Ten years.</summary>
    public const double Longest = 10 * 365 * 86_400d;
}
