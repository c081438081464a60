namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal enum ArpFigure
{
    None,
    Up,
    Down,
    UpDown,
    Broken,
    Rolling,
    Sparse,
}
