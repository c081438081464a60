namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal enum CompFigure
{
    None,
    Sustain,
    Quarters,
    Offbeat,
    Stabs,
    Strum,
    Charleston,
    Ballad,
    Power,
    Montuno,
}
