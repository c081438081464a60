using System.Collections.Concurrent;
using System.Diagnostics;

namespace SoundFoundry.Tests.Servers;

/// <summary>Starts every child from one thread that lives as long as the process.</summary>
/// <remarks>Linux sends a child its parent-death signal when the <em>thread</em> that started it ends, and pool threads retire.</remarks>
internal static class SpawningThread
{
    private static readonly BlockingCollection<Action> Starts = [];

    static SpawningThread() => new Thread(Run) { IsBackground = true, Name = "server processes" }.Start();

    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception notStarted) when (notStarted is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(notStarted);
            }
        });
        return started.Task;
    }

    private static void Run()
    {
        foreach (var start in Starts.GetConsumingEnumerable()) start();
    }
}
