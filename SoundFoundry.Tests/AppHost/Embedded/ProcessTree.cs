using System.Globalization;
using System.Runtime.InteropServices;
using CliWrap;
using CliWrap.Buffered;

namespace SoundFoundry.Tests.AppHost.Embedded;

internal static class ProcessTree
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Every process that descends from this one, with its command line.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> BelowAsync(int root, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        var below = new Dictionary<int, string>();
        var parents = new HashSet<int> { root };
        while (all.Where(process => parents.Contains(process.Parent) && !below.ContainsKey(process.Id)).ToArray() is { Length: > 0 } found)
        {
            foreach (var process in found)
            {
                below[process.Id] = process.Command;
                parents.Add(process.Id);
            }
        }

        return below;
    }

    /// <summary>Returns those that are still there when the patience is over: none, if all is well.</summary>
    public static async Task<IReadOnlyCollection<string>> SurvivorsAsync(IReadOnlyDictionary<int, string> family, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var alive = (await AllAsync(cancellationToken)).Where(process => family.TryGetValue(process.Id, out var command) && command == process.Command).ToList();
            if (alive.Count == 0 || TimeProvider.System.GetUtcNow() > deadline) return [.. alive.Select(process => $"{process.Id} {process.Command}")];
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    public static void Send(int process, int signal) => _ = kill(process, signal);

    // Zombies are left out: they are dead, and only their number waits for its collection.
    private static async Task<List<(int Id, int Parent, string Command)>> AllAsync(CancellationToken cancellationToken)
    {
        var listing = await Cli.Wrap("ps").WithArguments(["-axo", "pid=,ppid=,state=,args="]).ExecuteBufferedAsync(cancellationToken);
        return
        [
            .. from line in listing.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
               let columns = line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
               where columns.Length == 4 && !columns[2].StartsWith('Z')
               select (Number(columns[0]), Number(columns[1]), columns[3]),
        ];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
