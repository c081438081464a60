namespace SoundFoundry.Tests.Servers;

internal static class Signal
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
}
