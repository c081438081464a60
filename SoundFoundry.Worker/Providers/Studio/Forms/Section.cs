namespace SoundFoundry.Worker.Providers.Studio.Forms;

/// <param name="Repeat">How often this kind was heard before.</param>
/// <param name="Intensity">0 to 100: how many of the players join in and how hard they play.</param>
internal sealed record Section(SectionKind Kind, int Repeat, int Start, int Length, int Intensity)
{
    public int End => Start + Length;
}
