using System.Diagnostics;
using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded.Stores;

/// <summary>One data folder of PostgreSQL, and the programs run on it.</summary>
internal sealed class PostgresCluster(string folder, PostgresInstallation installation, Engine engine)
{
    // PostgreSQL refuses to run as root; Debian's package brings an account for it.
    private readonly string? _account = Environment.UserName == "root" ? "postgres" : null;

    public bool Exists => Directory.Exists(folder);

    private string PidFile => Path.Combine(folder, "postmaster.pid");

    /// <summary>Makes the data in a folder beside its place, so that an interrupted start leaves nothing half made.</summary>
    public async Task CreateAsync(string password, IEnumerable<string> databases, CancellationToken stop)
    {
        var beside = $"{folder}.new";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        if (_account is null) Directory.CreateDirectory(beside);
        else await RunToEndAsync(new ChildProcess("install", "-d", "-o", _account, "-g", _account, "-m", "700", beside), stop);

        engine.Output.Say($"Creating the database in {folder} (PostgreSQL {installation.Major})");
        var locale = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        await RunToEndAsync(
            Postgres(beside, "initdb", "--username=postgres", "--auth=reject", "--encoding=UTF8", $"--locale={locale}", "--no-instructions"), stop);

        var statements = databases.Select(name => $"CREATE DATABASE {name};").Prepend($"ALTER ROLE postgres PASSWORD '{password}';");
        await RunToEndAsync(Postgres(beside, "postgres", "--single", "postgres") with { Input = string.Join('\n', statements) + "\n" }, stop);
        await File.WriteAllTextAsync(Path.Combine(beside, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", stop);
        Directory.Move(beside, folder);
    }

    /// <summary>The server, on loopback only; room for the pools of several workers.</summary>
    public ChildProcess Server(int port) => Postgres(
        folder, "postgres", "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
        "-c", "max_connections=300", "-c", "log_checkpoints=off") with
    {
        StopSignal = Signal.Interrupt, // ends its sessions; SIGTERM would wait for them to end by themselves
    };

    /// <summary>The server itself writes its state as the file's eighth line.</summary>
    public bool IsReady() => File.Exists(PidFile) && File.ReadLines(PidFile).ElementAtOrDefault(7)?.Trim() == "ready";

    /// <summary>After a crash and a reboot the number in the file may belong to another program of the same account, and
    /// PostgreSQL would refuse to start. This folder is locked by us, so no server of ours is using it.</summary>
    public void RemoveStalePidFile()
    {
        if (!File.Exists(PidFile) || !int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), out var pid)) return;
        if (!Process.GetProcesses().Any(process => process.Id == pid && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)))
            File.Delete(PidFile);
    }

    private ChildProcess Postgres(string data, string program, params string[] arguments) =>
        new(installation.Program(program), arguments)
        {
            Folder = data,
            Account = _account,
            Variables = new Dictionary<string, string?> { ["PGDATA"] = _account is null ? data : ChildProcess.HandedFolder },
        };

    private async Task RunToEndAsync(ChildProcess child, CancellationToken stop)
    {
        var lines = new List<string>();
        var exitCode = await engine.Starter.RunAsync(child, lines.Add, stop, engine.Kill);
        stop.ThrowIfCancellationRequested();
        if (exitCode != 0)
            throw new EngineProblem($"{Path.GetFileName(child.Program)} failed: {lines.LastOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? lines.LastOrDefault()}");
    }
}
