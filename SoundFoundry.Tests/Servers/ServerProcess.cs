using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SoundFoundry.Tests.Servers;

/// <summary>A child process that never outlives this one, even if this one is killed (Linux; best effort elsewhere).</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ConcurrentQueue<string> _output = [];
    private readonly string _name;
    private readonly Process _process;

    private ServerProcess(string name, Process process)
    {
        (_name, _process) = (name, process);
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static async Task<ServerProcess> StartAsync(IReadOnlyList<string> command, string? runAs = null)
    {
        string[] whole = [.. Leash(runAs), .. command];
        var start = new ProcessStartInfo(
            whole[0], whole[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        return new ServerProcess(Path.GetFileName(command[0]), await SpawningThread.StartAsync(start));
    }

    /// <summary>Runs a command to its end and fails with its output unless it ends well.</summary>
    /// <param name="patience">How long it may take; 90 seconds if not given.</param>
    public static async Task<string> RunAsync(
        IReadOnlyList<string> command, string? runAs, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        await using var process = await StartAsync(command, runAs);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience ?? Patience);
        try
        {
            await process._process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw process.Failure($"'{string.Join(' ', command)}' did not end within {(patience ?? Patience).TotalSeconds} s");
        }

        return process._process.ExitCode == 0 ? process.Output() : throw process.Failure($"'{string.Join(' ', command)}' failed");
    }

    /// <summary>Returns when <paramref name="answersAsync"/> does; fails with the server's output if it ends or stays silent.</summary>
    public async Task ReadyAsync(Func<CancellationToken, Task<bool>> answersAsync, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (!await answersAsync(patience.Token))
            {
                if (_process.HasExited) throw Failure($"{_name} ended while it started");
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure($"{_name} did not get ready within {Patience.TotalSeconds} s");
        }
    }

    /// <summary>Asks the process to end by <paramref name="signal"/> and waits until it has.</summary>
    public async Task StopAsync(int signal)
    {
        if (!_process.HasExited) _ = Kill(_process.Id, signal);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(Signal.Kill);
        _process.Dispose();
    }

    private static IEnumerable<string> Leash(string? runAs)
    {
        if (Programs.TryFind("setpriv") is not { } setpriv || !OperatingSystem.IsLinux()) return [];
        string[] user = runAs is null ? [] : [$"--reuid={runAs}", $"--regid={runAs}", "--init-groups"];
        return [setpriv, .. user, "--pdeathsig", "KILL", "--"];
    }

    private InvalidOperationException Failure(string what) => new($"{what}.\n{Output()}");

    private string Output() => string.Join('\n', _output);

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        _output.Enqueue(line.Data);
        if (_output.Count > 100) _output.TryDequeue(out _);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
