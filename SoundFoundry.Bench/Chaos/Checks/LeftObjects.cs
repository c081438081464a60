using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What lies about and belongs to nobody, as long as the sweeper has not been there.</summary>
internal static class LeftObjects
{
    private const string Incoming = ".incoming";
    private static readonly TimeSpan PastTheirTime = TimeSpan.FromDays(2);

    /// <summary>Objects that no row names.</summary>
    public static async Task<List<string>> ReadAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var named = (await system.Database.ListAsync(
            "SELECT artifact_key FROM jobs WHERE artifact_key IS NOT NULL UNION SELECT artifact_key FROM late_results",
            row => row.GetString(0), cancellationToken)).ToHashSet();
        return [.. Directory.EnumerateFiles(system.AudioFolder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(system.AudioFolder, file))
            .Where(key => !key.StartsWith(Incoming, StringComparison.Ordinal) && !named.Contains(key))];
    }

    /// <summary>Half-written objects, and what workers left in their temporary folders beside the one that the living process has.</summary>
    public static List<string> Temporary(RunningSystem system) =>
    [
        .. HalfWritten(system),
        .. system.Workers.SelectMany(worker =>
        {
            var folders = Directory.GetDirectories(system.WorkFolderOf(worker), "soundfoundry-*");
            return folders.Skip(1).Concat(folders.SelectMany(Directory.EnumerateFiles).Where(file => Path.GetFileName(file) != ".lock"));
        }),
    ];

    /// <summary>Half-written objects are kept for a day, since a slow upload may be behind them: this day is over now.</summary>
    public static void LetTimePass(RunningSystem system)
    {
        foreach (var file in HalfWritten(system)) File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - PastTheirTime);
    }

    private static IEnumerable<string> HalfWritten(RunningSystem system)
    {
        var folder = Path.Combine(system.AudioFolder, Incoming);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
    }
}
