namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <summary>PCG32: a seeded stream of chance that is the same on every machine and every .NET version.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = Scramble(seed);

    /// <summary>A stream of its own for one purpose, so that one part's choices never shift another's.</summary>
    public static Dice For(ulong seed, string purpose) => new(Fingerprint.Add(seed, purpose));

    public int Below(int limit) => (int)(((ulong)NextUInt() * (ulong)limit) >> 32);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private uint NextUInt()
    {
        var old = _state;
        _state = unchecked((old * 6364136223846793005UL) + 1442695040888963407UL);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
