using System.Diagnostics;

namespace SoundFoundry.Bench.Systems;

/// <summary>One of our own programs as a process that never outlives this one; what it prints goes to a file.</summary>
/// <param name="assembly">The program's file.</param>
/// <param name="address">Where it listens; the same after each restart.</param>
internal sealed class Service(
    string name, string assembly, Uri address, IReadOnlyDictionary<string, string> settings, string logFile) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private Process? _process;

    public string Name => name;

    public Uri Address => address;

    /// <summary>Beside those it was made with, from the next start on.</summary>
    public Dictionary<string, string> MoreSettings { get; } = [];

    public int Pid => _process!.Id;

    public bool IsRunning => _process is { HasExited: false };

    public async Task StartAsync(params string[] arguments)
    {
        _process?.Dispose();
        var start = new ProcessStartInfo(Programs.Find("setpriv"))
        {
            // The shell becomes the program, so the number is the program's own.
            ArgumentList = { "--pdeathsig", "KILL", "--", "/bin/sh", "-c", "exec \"$@\" >>\"$0\" 2>&1", logFile, "dotnet", assembly },
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings.Concat(MoreSettings)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["DOTNET_TieredPGO"] = "0"; // started often, and to be ready soon
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        _process = await SpawningThread.StartAsync(start);
    }

    /// <summary>Starts it and waits until it is ready for work.</summary>
    public async Task StartReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        await StartAsync();
        await ReadyAsync(http, cancellationToken);
    }

    public async Task ReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!await IsHealthyAsync(http, patience.Token))
        {
            if (!IsRunning) throw new InvalidOperationException($"{name} ended while it started; see {logFile}");
            await Task.Delay(Glance, TimeProvider.System, patience.Token);
        }
    }

    public void Send(int signal) => Signals.Send(Pid, signal);

    /// <summary>Sends a signal that ends it, and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(int signal, CancellationToken cancellationToken)
    {
        if (IsRunning) Send(signal);
        await _process!.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits for a program that ends by itself.</summary>
    public Task<int> EndedAsync(CancellationToken cancellationToken) => EndAsync(0, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        await EndAsync(Signal.Kill, CancellationToken.None);
        _process.Dispose();
    }

    /// <summary>All projects are built into folders side by side, one for each configuration.</summary>
    public static string BuiltAlong(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", project, configuration, $"{project}.dll"));
    }

    private async Task<bool> IsHealthyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }
}
