namespace SoundFoundry.Worker.Providers.Studio.Music;

internal enum DrumKit
{
    Acoustic,
    Electronic,
    Deep,
    Brushes,
    Orchestral,
}
