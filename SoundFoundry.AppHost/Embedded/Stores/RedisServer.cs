using System.Net.Sockets;
using System.Text;
using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded.Stores;

internal sealed class RedisServer(string name) : Resource(name)
{
    private readonly int _port = Ports.Free();

    /// <summary>The data is a folder here, not a volume.</summary>
    public RedisServer WithDataVolume(string name) => this;

    /// <summary>Always so here: every write is appended to a file that is synced each second.</summary>
    public RedisServer WithPersistence() => this;

    public override async Task RunAsync(Engine engine, CancellationToken stop)
    {
        var folder = engine.Data.At("redis");
        var installation = await RedisInstallation.ForAsync(folder, stop);

        // A file and not arguments: those are for every user of the machine to read.
        var settings = Path.Combine(folder, "redis.conf");
        DataFolder.WritePrivately(settings, Settings(folder, Password(engine.Data)));
        var server = new ChildProcess(installation.Program, settings) { Folder = folder };
        await new Supervisor(Name, engine).RunAsync(() => server, ended => AnswersAsync(Password(engine.Data), ended), BecomeReady, stop);
    }

    public override void Describe(IDictionary<string, string?> environment, DataFolder data) =>
        environment[$"ConnectionStrings__{Name}"] = $"127.0.0.1:{_port},password={Password(data)}";

    private static string Password(DataFolder data) => data.Secret("redis-password", 32);

    private string Settings(string folder, string password) =>
        $"""
        bind 127.0.0.1
        port {_port}
        requirepass {password}
        dir "{folder}"
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory-policy noeviction
        loglevel warning

        """;

    private async Task<bool> AnswersAsync(string password, CancellationToken ended)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _port, ended);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\n"), ended);
            using var answers = new StreamReader(stream);
            return await answers.ReadLineAsync(ended) == "+OK" && await answers.ReadLineAsync(ended) == "+PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
