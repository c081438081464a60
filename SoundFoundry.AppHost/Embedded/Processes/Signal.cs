using System.Runtime.InteropServices;

namespace SoundFoundry.AppHost.Embedded.Processes;

internal static class Signal
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    /// <summary>To a process that may have ended in this moment: then nothing happens.</summary>
    public static void Send(int processId, int signal) => _ = kill(processId, signal);

    [DllImport("libc")]
    private static extern int kill(int pid, int signal);
}
