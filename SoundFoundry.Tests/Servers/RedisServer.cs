using System.Net.Sockets;
using System.Security.Cryptography;

namespace SoundFoundry.Tests.Servers;

/// <summary>A real Redis (or Valkey) of its own: a free loopback port, a generated password, data in a temporary folder.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly ServerFolder _folder = new("redis");
    private readonly string _password = RandomNumberGenerator.GetHexString(32);
    private readonly bool _appendOnly;
    private ServerProcess? _process;

    private RedisServer(bool appendOnly) => _appendOnly = appendOnly;

    public int Port { get; } = LoopbackPort.Free();

    /// <summary>As StackExchange.Redis reads it.</summary>
    public string ConnectionString => $"127.0.0.1:{Port},password={_password}";

    /// <param name="appendOnly">Whether data survives <see cref="StopAsync"/>; without it every start is empty.</param>
    public static async Task<RedisServer> StartAsync(CancellationToken cancellationToken, bool appendOnly = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new RedisServer(appendOnly);
            try
            {
                await server.StartAgainAsync(cancellationToken);
                return server;
            }
            catch (InvalidOperationException) when (attempt < LoopbackPort.Draws)
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Ends the server as an operator would; the port stays.</summary>
    public Task StopAsync() => _process!.StopAsync(Signal.Terminate);

    /// <summary>Ends the server as a power cut would.</summary>
    public Task KillAsync() => _process!.StopAsync(Signal.Kill);

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = await ServerProcess.StartAsync(
        [
            Programs.Find("redis-server", "valkey-server"), "--port", $"{Port}", "--bind", "127.0.0.1", "--requirepass", _password,
            "--dir", _folder.Path, "--save", "", "--appendonly", _appendOnly ? "yes" : "no", "--maxmemory-policy", "noeviction",
        ]);
        await _process.ReadyAsync(AnswersAsync, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken);
            using var reader = new StreamReader(client.GetStream());
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"AUTH {_password}\r\nPING\r\n"), cancellationToken);
            return await reader.ReadLineAsync(cancellationToken) == "+OK" && await reader.ReadLineAsync(cancellationToken) == "+PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
