namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal enum BassFigure
{
    None,
    Hold,
    RootFifth,
    Eighths,
    Offbeat,
    Octaves,
    Walking,
    Syncopated,
    Waltz,
    Sparse,
    Rolling,
    Gallop,
    Tumbao,
}
