namespace SoundFoundry.Worker.Providers.Studio.Harmony;

/// <summary>A chord and how long it lasts, in ticks, with the notes a keyboard player would hold for it.</summary>
internal sealed record ChordSpan(int Start, int Length, Chord Chord, IReadOnlyList<int> Voicing)
{
    public int End => Start + Length;
}
