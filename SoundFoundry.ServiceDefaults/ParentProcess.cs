using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SoundFoundry;

/// <summary>Ends this process together with the one that started it, even when that one was killed.</summary>
/// <remarks>Twice as safe where the kernel sends a signal at the parent's death; the only way where it does not.</remarks>
internal static class ParentProcess
{
    public const string Variable = "SOUNDFOUNDRY_PARENT_PID";

    private const int NoSuchProcess = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>The parent named in the environment, if there is one.</summary>
    public static int? Named() =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;

    /// <summary>The <c>dotnet run</c> that started this program, if one did.</summary>
    public static int? DotnetAbove()
    {
        if (OperatingSystem.IsWindows()) return null;
        var parent = getppid();
        try
        {
            return Process.GetProcessById(parent).ProcessName == "dotnet" ? parent : null;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // a parent that can't be looked at was not dotnet run
        }
    }

    /// <summary>Watches from a thread of its own, so that a starved thread pool does not keep an orphan alive.</summary>
    public static void EndWith(int? parent)
    {
        if (parent is not { } pid || OperatingSystem.IsWindows()) return;
        var mine = getppid();
        new Thread(() => Watch(pid, mine)) { IsBackground = true, Name = "parent watch" }.Start();
    }

    // A parent that was killed but not yet waited for still has its number; its children already have another parent.
    private static void Watch(int parent, int directParent)
    {
        using var never = new ManualResetEvent(false);
        while (getppid() == directParent && (kill(parent, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess)) never.WaitOne(Interval);
        Process.GetCurrentProcess().Kill();
    }

    [DllImport("libc")]
    private static extern int getppid();

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);
}
