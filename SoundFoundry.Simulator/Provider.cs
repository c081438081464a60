namespace SoundFoundry.Simulator;

internal enum Provider
{
    Fal,
    Replicate,
}
