namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>Whether a promise was kept.</summary>
/// <param name="Examined">How many cases were looked at.</param>
/// <param name="Broken">Each case in which it was not.</param>
internal sealed record Finding(string Promise, long Examined, IReadOnlyList<string> Broken)
{
    public bool Holds => Broken.Count == 0;
}
