namespace SoundFoundry.Core.Storage;

/// <summary>Where the objects of a file store lie; no key leads out of its folder.</summary>
internal sealed class StorePaths(string root)
{
    private const string IncomingName = ".incoming";
    private static readonly EnumerationOptions NoLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    // The folder itself may be a link to another disk; nothing inside it may be one.
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Half-written files; on the same file system, so that a rename publishes them at once.</summary>
    public string Incoming => Path.Combine(Root, IncomingName);

    public string NewIncoming() => Path.Combine(Incoming, Guid.CreateVersion7().ToString("n"));

    /// <summary>The file that holds <paramref name="key"/>.</summary>
    public string File(string key)
    {
        var path = Root;
        foreach (var segment in AudioKey.Checked(key).Split('/'))
        {
            path = Path.Combine(path, segment);
            if (IsLink(path))
                throw new AudioStoreException($"'{path}' is a symbolic link. Nothing inside the folder of Storage:Path may be one.");
        }

        return path;
    }

    public string Key(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The files whose keys start with <paramref name="prefix"/>, which is checked already.</summary>
    public IEnumerable<FileInfo> Files(string prefix)
    {
        var folder = Path.Combine(Root, prefix[..prefix.LastIndexOf('/')]);
        return Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .EnumerateFiles("*", NoLinks)
                .Where(file => Key(file.FullName).StartsWith(prefix, StringComparison.Ordinal))
            : [];
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
