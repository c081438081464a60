using System.Diagnostics;
using System.Threading.Channels;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.AppHost.Embedded;

/// <summary>The AppHost in a process of its own, on free ports and a folder of its own.</summary>
internal sealed class RunningEngine : IAsyncDisposable
{
    public const string ReadyLine = "SoundFoundry is ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Channel<string> _coming = Channel.CreateUnbounded<string>();
    private readonly List<string> _lines = [];
    private readonly Process _process;

    private RunningEngine(Process process, int apiPort, int webPort)
    {
        _process = process;
        (ApiPort, WebPort) = (apiPort, webPort);
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int ApiPort { get; }

    public int WebPort { get; }

    public int ProcessId => _process.Id;

    public string[] Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public static Task<RunningEngine> StartAsync(string data, params string[] options) =>
        StartAsync(["dotnet", AppHostProgram.Assembly], data, options, new Dictionary<string, string>());

    public static async Task<RunningEngine> StartAsync(
        string[] command, string data, string[] options, IReadOnlyDictionary<string, string> variables)
    {
        var (apiPort, webPort) = (LoopbackPort.Free(), LoopbackPort.Free());
        string[] all =
        [
            .. command, "--data", data,
            .. Unless(options, "--api-port", apiPort), .. Unless(options, "--web-port", webPort), .. options,
        ];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new RunningEngine(await SpawningThread.StartAsync(start), apiPort, webPort);
    }

    /// <summary>Returns the next line with <paramref name="text"/> in it; fails with all lines if it does not come.</summary>
    public async Task<string> LineAsync(string text, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await foreach (var line in _coming.Reader.ReadAllAsync(patience.Token))
            {
                if (line.Contains(text, StringComparison.Ordinal)) return line;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // said below, with the lines
        }

        throw new TimeoutException($"No line with '{text}':\n{string.Join('\n', Lines)}");
    }

    public Task ReadyAsync(CancellationToken cancellationToken) => LineAsync(ReadyLine, cancellationToken);

    public async Task<int> StopAsync(int signal, CancellationToken cancellationToken)
    {
        ProcessTree.Send(_process.Id, signal);
        return await ExitAsync(cancellationToken);
    }

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        var family = await ProcessTree.BelowAsync(_process.Id, CancellationToken.None);
        if (!_process.HasExited) _process.Kill();
        await ProcessTree.SurvivorsAsync(family, CancellationToken.None);
        _process.Dispose();
    }

    private static string[] Unless(string[] options, string name, int value) => options.Contains(name) ? [] : [name, $"{value}"];

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (_lines) _lines.Add(line.Data);
        _coming.Writer.TryWrite(line.Data);
    }
}
