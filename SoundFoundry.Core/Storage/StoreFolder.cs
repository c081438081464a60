using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SoundFoundry.Core.Storage;

/// <summary>Folders only their owner reads, whose entries survive a power cut.</summary>
internal static class StoreFolder
{
    public const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;

    /// <summary>Makes <paramref name="path"/> and what is missing above it.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path)) return;
        var parent = Path.GetDirectoryName(path)!;
        Create(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, PrivateFolder);
        Flush(parent);
    }

    /// <summary>Makes the names in a folder durable. Flushing a file alone may lose its name.</summary>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return; // has no such call, and journals names itself
        using var folder = new SafeFileHandle(Open(path, 0), ownsHandle: true);
        if (!folder.IsInvalid) RandomAccess.FlushToDisk(folder);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
