namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

internal enum Waveform
{
    Saw,
    Pulse,
    Triangle,
}
