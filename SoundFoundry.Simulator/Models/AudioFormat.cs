namespace SoundFoundry.Simulator.Models;

internal enum AudioFormat
{
    Wav,
    Mp3,
}
