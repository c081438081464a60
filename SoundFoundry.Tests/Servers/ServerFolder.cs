namespace SoundFoundry.Tests.Servers;

/// <summary>A temporary folder that is removed with its owner; what a killed test run left behind, the next one removes.</summary>
internal sealed class ServerFolder : IDisposable
{
    private const string Prefix = "soundfoundry-test-";
    private const string LockName = ".lock";
    private static readonly Lazy<bool> Swept = new(Sweep);
    private readonly FileStream _lock;

    public ServerFolder(string server)
    {
        _ = Swept.Value;
        Path = Directory.CreateTempSubdirectory($"{Prefix}{server}-").FullName;
        _lock = Lock(Path, FileMode.CreateNew);
        // PostgreSQL runs as its own user when we are root, and must be able to pass through.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>The kernel drops this lock when the process ends, however it ends.</summary>
    private static FileStream Lock(string folder, FileMode mode) =>
        new(System.IO.Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    private static bool Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                Lock(folder, FileMode.Open).Dispose();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Another run's, still alive, or just being made or removed by it.
            }
        }

        return true;
    }
}
