namespace SoundFoundry.Worker.Providers.Studio.Music;

internal enum Mode
{
    Major,
    Minor,
    Dorian,
    Phrygian,
    Lydian,
    Mixolydian,
}
