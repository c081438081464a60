namespace SoundFoundry.Worker.Renders;

/// <summary>This process's own folder among the machine's temporary files. A lock in it tells the living from the dead: the operating system
/// lets go of it with the process, however that ends.</summary>
internal sealed class WorkspaceFolder
{
    private const string Prefix = "soundfoundry-worker-";
    private const string LockName = ".lock";

    private static readonly Lazy<WorkspaceFolder> Mine = new(() => new WorkspaceFolder());

    private readonly string _path = Directory.CreateTempSubdirectory(Prefix).FullName;
    private readonly FileStream _lock;

    private WorkspaceFolder()
    {
        _lock = Lock(_path, FileMode.CreateNew);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();
    }

    public static string OfThisProcess()
    {
        var path = Mine.Value._path;
        if (Directory.Exists(path)) return path;

        // Something that clears old temporary files took it.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Removes the folders of workers that died.</summary>
    public static void RemoveAbandoned()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            try
            {
                Lock(folder, FileMode.Open).Dispose();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Its process lives, or it is another user's, or another worker was quicker.
            }
        }
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    private void Remove()
    {
        _lock.Dispose();
        try
        {
            Directory.Delete(_path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process ends; another worker removes what is left.
        }
    }
}
