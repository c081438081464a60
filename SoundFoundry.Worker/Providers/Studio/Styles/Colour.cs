namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal enum Colour
{
    Triads,
    Sevenths,
    Ninths,
    Open,
}
