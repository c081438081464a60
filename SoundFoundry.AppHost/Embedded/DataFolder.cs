using System.Security.Cryptography;

namespace SoundFoundry.AppHost.Embedded;

/// <summary>Where everything is kept: databases, audio, generated passwords. One engine at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream locked) => (Path, _lock) = (path, locked);

    public string Path { get; }

    public static DataFolder Open(string path)
    {
        Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
        }
        catch (IOException)
        {
            throw new EngineProblem($"another engine is using {path}: stop that one, or choose another folder with -- --data <folder>.");
        }
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A random text of letters and digits, the same each time it is asked for.</summary>
    public string Secret(string name, int length)
    {
        var file = System.IO.Path.Combine(Directory.CreateDirectory(At("secrets")).FullName, name);
        if (!File.Exists(file))
        {
            var value = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);
            WritePrivately($"{file}.new", value);
            File.Move($"{file}.new", file);
        }

        return File.ReadAllText(file);
    }

    public static void WritePrivately(string file, string text)
    {
        File.Delete(file);
        using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    public void Dispose() => _lock.Dispose();
}
