using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

/// <summary>Everything decided before the first note. Amounts run from 0 to 100.</summary>
/// <param name="Boldness">From plain to bold: the caller's style strength.</param>
/// <param name="Swing">How late an off-beat falls; 0 is straight, 33 is a triplet.</param>
/// <param name="Space">How much reverb.</param>
/// <param name="Pump">Chords duck under each kick.</param>
/// <param name="Dust">The crackle and narrow band of an old record.</param>
internal sealed record Style(
    string Genre,
    int BeatsPerMinute,
    Key Key,
    Metre Metre,
    int Energy,
    int Density,
    int Brightness,
    int Boldness,
    int Swing,
    int Space,
    bool Pump,
    bool Dust,
    int BarsPerChord,
    Colour Colour,
    Groove Groove,
    DrumKit Kit,
    BassFigure Bass,
    CompFigure Comp,
    ArpFigure Arp,
    Ensemble Ensemble)
{
    public bool HasDrums => Groove != Groove.None;
}
