using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded.Stores;

/// <summary>PostgreSQL's programs on this machine, of the version that fits the data.</summary>
internal sealed record PostgresInstallation(string Folder, int Major)
{
    private const int Floor = 15;
    private static readonly (string Folder, string Pattern)[] Places =
        [("/usr/lib/postgresql", "*"), ("/opt/homebrew/opt", "postgresql@*"), ("/usr/local/opt", "postgresql@*")];

    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>The version that made the data in <paramref name="dataFolder"/>, or without data the newest.</summary>
    public static async Task<PostgresInstallation> ForAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        var has = found.Count == 0 ? "this machine has none" : $"this machine has {string.Join(" and ", found.Select(one => one.Major))}";

        var made = Path.Combine(dataFolder, "PG_VERSION");
        if (File.Exists(made))
        {
            var by = (await File.ReadAllTextAsync(made, cancellationToken)).Trim();
            return found.FirstOrDefault(one => $"{one.Major}" == by)
                ?? throw new EngineProblem(
                    $"the data in {dataFolder} was made by PostgreSQL {by}, and {has}. Install that one " +
                    $"({InstallAdvice.For($"postgresql-{by}", $"postgresql@{by}")}), or move the folder away to begin without it.");
        }

        return found.FirstOrDefault(one => one.Major >= Floor)
            ?? throw new EngineProblem(
                $"PostgreSQL {Floor} or newer is needed, and {has}. Install it: {InstallAdvice.For("postgresql", "postgresql@17")}");
    }

    private static async Task<List<PostgresInstallation>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<PostgresInstallation>();
        foreach (var server in Programs.Find("postgres", KnownFolders()))
        {
            var folder = Path.GetDirectoryName(server)!;
            if (!File.Exists(Path.Combine(folder, "initdb"))) continue;
            var (major, _) = await Programs.VersionAsync(server, cancellationToken);
            if (found.All(one => one.Major != major)) found.Add(new PostgresInstallation(folder, major));
        }

        return [.. found.OrderByDescending(one => one.Major)];
    }

    private static IEnumerable<string> KnownFolders() =>
        from place in Places
        where Directory.Exists(place.Folder)
        from folder in Directory.EnumerateDirectories(place.Folder, place.Pattern)
        select Path.Combine(folder, "bin");
}
