using System.Runtime.InteropServices;

namespace SoundFoundry.Bench.Systems;

/// <summary>What a process is told by its number.</summary>
internal static class Signals
{
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Nothing happens if the process has ended.</summary>
    public static void Send(int process, int signal) => _ = Kill(process, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
