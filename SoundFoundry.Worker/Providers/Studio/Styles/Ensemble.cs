using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

/// <summary>Who plays which role; null where nobody does.</summary>
internal sealed record Ensemble(
    Instrument? Pad,
    Instrument? Comp,
    Instrument? Arpeggio,
    Instrument? Bass,
    Instrument? Lead,
    bool Choir);
