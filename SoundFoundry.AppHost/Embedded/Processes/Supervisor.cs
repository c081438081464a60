namespace SoundFoundry.AppHost.Embedded.Processes;

/// <summary>Keeps one process running: starts it again when it ends by itself, later each time it ends soon.</summary>
internal sealed class Supervisor(string name, Engine engine)
{
    private const int TriesBeforeReady = 3;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private bool _ready;

    /// <summary>Returns after <paramref name="stop"/>, when the process has ended.</summary>
    /// <param name="child">Described anew for each start.</param>
    /// <param name="isReady">Asked until it says yes, once per start.</param>
    /// <param name="ready">Called at the first yes.</param>
    public async Task RunAsync(
        Func<ChildProcess> child, Func<CancellationToken, Task<bool>> isReady, Action ready, CancellationToken stop)
    {
        for (var soon = 0; !stop.IsCancellationRequested;)
        {
            var started = engine.Clock.GetTimestamp();
            var exitCode = await RunOnceAsync(child(), isReady, ready, stop);
            if (stop.IsCancellationRequested)
            {
                engine.Output.Say($"{name} has ended.");
                return;
            }

            soon = engine.Clock.GetElapsedTime(started) < Settled ? soon + 1 : 1;
            if (!_ready && soon == TriesBeforeReady)
                throw new EngineProblem($"{name} ended {soon} times before it was ready (exit code {exitCode}); its lines above say why.");

            var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, soon - 1), LongestPause.TotalSeconds));
            engine.Output.Say($"{name} ended by itself (exit code {exitCode}); it starts again in {pause.TotalSeconds:0} s.");
            await Task.Delay(pause, engine.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RunOnceAsync(ChildProcess child, Func<CancellationToken, Task<bool>> isReady, Action ready, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(engine.Kill);
        await using var limit = stop.Register(() => kill.CancelAfter(Patience));
        var waiting = WaitUntilReadyAsync(isReady, ready, ended.Token);
        try
        {
            return await engine.Starter.RunAsync(child, line => engine.Output.Write(name, line), stop, kill.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await waiting;
        }
    }

    private async Task WaitUntilReadyAsync(Func<CancellationToken, Task<bool>> isReady, Action ready, CancellationToken ended)
    {
        try
        {
            while (!await isReady(ended)) await Task.Delay(TimeSpan.FromMilliseconds(100), engine.Clock, ended);
            _ready = true;
            ready();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // the process ended first
        }
    }
}
