namespace SoundFoundry.Worker.Providers.Studio.Music;

internal enum Drum
{
    Kick,
    Snare,
    Clap,
    Rim,
    ClosedHat,
    OpenHat,
    Ride,
    Crash,
    LowTom,
    HighTom,
    Shaker,
    Conga,
}
