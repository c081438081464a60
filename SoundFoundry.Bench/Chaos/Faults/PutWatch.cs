using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Catches a worker with a half-written object open.</summary>
internal static class PutWatch
{
    /// <returns>The worker, stopped, and the file it is writing; null if none was caught in time.</returns>
    public static async Task<(Service Worker, string File)?> CatchAsync(
        IReadOnlyList<Service> workers, string incoming, TimeSpan patience, CancellationToken cancellationToken)
    {
        var caught = new TaskCompletionSource<(Service, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(incoming);
        watcher.Created += (_, _) =>
        {
            if (caught.Task.IsCompleted) return;
            foreach (var worker in workers.Where(worker => worker.IsRunning))
            {
                if (Catch(worker, incoming) is { } file)
                {
                    caught.TrySetResult((worker, file));
                    return;
                }
            }
        };
        watcher.EnableRaisingEvents = true;
        try
        {
            return await caught.Task.WaitAsync(patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Stops the worker and looks at what it has open; if that is no half-written object, it goes on at once.</summary>
    private static string? Catch(Service worker, string incoming)
    {
        worker.Send(Signals.Stop);
        var file = Directory.EnumerateFiles($"/proc/{worker.Pid}/fd").Select(Target)
            .FirstOrDefault(target => target is not null && target.StartsWith(incoming, StringComparison.Ordinal) && File.Exists(target));
        if (file is null) worker.Send(Signals.Continue);
        return file;
    }

    private static string? Target(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            return null; // closed in this very moment
        }
    }
}
