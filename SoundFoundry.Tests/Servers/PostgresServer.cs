using System.Security.Cryptography;
using Npgsql;

namespace SoundFoundry.Tests.Servers;

/// <summary>A real PostgreSQL of its own: a free loopback port, data in a temporary folder, a generated password.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly ServerFolder _folder = new("postgres");
    private readonly string _password = RandomNumberGenerator.GetHexString(32);
    private readonly string? _user = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? "postgres" : null;
    private readonly string _data;
    private ServerProcess? _process;
    private int _databases;

    private PostgresServer() => _data = Path.Combine(_folder.Path, "data");

    public int Port { get; private set; }

    /// <summary>The maintenance database, as the superuser.</summary>
    public string ConnectionString => ConnectionTo("postgres");

    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new PostgresServer();
        try
        {
            await server.InitializeAsync(cancellationToken);
            await server.StartOnAFreePortAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionTo(name);
    }

    /// <summary>Ends the server as an operator would, cutting its connections; data and port stay.</summary>
    public Task StopAsync() => _process!.StopAsync(Signal.Interrupt);

    /// <summary>Ends the server as a power cut would.</summary>
    public Task KillAsync() => _process!.StopAsync(Signal.Kill);

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = await ServerProcess.StartAsync(
            [
                Programs.Find("postgres"), "-D", _data, "-p", $"{Port}", "-h", "127.0.0.1",
                "-c", "unix_socket_directories=", "-c", "max_connections=600",
                "-c", "fsync=off", // nothing here need survive the machine, whose disk may be busy for seconds
            ],
            _user);
        await _process.ReadyAsync(AnswersAsync, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await StopAsync();
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task StartOnAFreePortAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = LoopbackPort.Free();
            try
            {
                await StartAgainAsync(cancellationToken);
                return;
            }
            catch (InvalidOperationException) when (attempt < LoopbackPort.Draws)
            {
                // Somebody may have taken the port in between: draw another.
            }
        }
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_data);
        var passwordFile = Path.Combine(_folder.Path, "password");
        await File.WriteAllTextAsync(passwordFile, _password, cancellationToken);
        if (_user is not null) await ServerProcess.RunAsync(["chown", "-R", _user, _folder.Path], null, cancellationToken);
        await ServerProcess.RunAsync(
            [
                Programs.Find("initdb"), "-D", _data, "--username=soundfoundry", $"--pwfile={passwordFile}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync",
            ],
            _user,
            cancellationToken);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection =
                new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // not listening yet, or still recovering
        }
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = "soundfoundry",
            Password = _password,
            Database = database,
        }.ToString();
}
