using System.Collections.Concurrent;
using CliWrap;

namespace SoundFoundry.AppHost.Embedded.Processes;

/// <summary>Starts every child from one thread.</summary>
/// <remarks>The parent-death signal fires when the <em>thread</em> that started the child ends, and threads of the pool retire
/// after some idle seconds. So starts are handed to the thread that runs <see cref="Pump"/>, the program's first.</remarks>
internal sealed class ChildStarter : IDisposable
{
    private const int Killed = 137;

    private readonly BlockingCollection<Action> _starts = [];

    /// <summary>Starts children until <paramref name="last"/> is done.</summary>
    public void Pump(Task last)
    {
        last.ContinueWith(_ => _starts.CompleteAdding(), TaskScheduler.Default);
        foreach (var start in _starts.GetConsumingEnumerable()) start();
    }

    /// <summary>Runs to its end: asked to end when <paramref name="stop"/> says so, ended with <paramref name="kill"/>.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ChildProcess child, Action<string> line, CancellationToken stop, CancellationToken kill)
    {
        var output = PipeTarget.ToDelegate(line);
        var command = child.ToCommand().WithStandardOutputPipe(output).WithStandardErrorPipe(output);
        var started = new TaskCompletionSource<CommandTask<CommandResult>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(
            () =>
            {
                try
                {
                    started.SetResult(command.ExecuteAsync(kill));
                }
                catch (Exception failure)
                {
                    started.SetException(failure); // handed to the one who asked for the start
                }
            },
            CancellationToken.None);

        using var running = await started.Task;
        await using var ask = stop.Register(() => Signal.Send(running.ProcessId, child.StopSignal));
        try
        {
            return (await running).ExitCode;
        }
        catch (OperationCanceledException) when (kill.IsCancellationRequested)
        {
            return Killed;
        }
    }

    public void Dispose() => _starts.Dispose();
}
