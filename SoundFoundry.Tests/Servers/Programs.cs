namespace SoundFoundry.Tests.Servers;

/// <summary>Finds server programs where the usual packages put them.</summary>
internal static class Programs
{
    private static readonly string[] Homebrew = ["/opt/homebrew/bin", "/usr/local/bin"];

    /// <summary>The path of the first of <paramref name="names"/> that is installed.</summary>
    public static string Find(params string[] names) =>
        TryFind(names) ?? throw new FileNotFoundException(
            $"The tests need {string.Join(" or ", names)}, which is not installed. ./test.sh installs it, or says how.");

    public static string? TryFind(params string[] names) =>
        names.SelectMany(name => Folders().Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Versions("/usr/lib/postgresql", "*"))
            .Concat(Homebrew)
            .Concat(Homebrew.SelectMany(folder => Versions(Path.Combine(folder, "../opt"), "postgresql*")));

    private static IEnumerable<string> Versions(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, pattern).OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];
}
