using System.Security.Cryptography;

namespace SoundFoundry.Tests.Servers;

/// <summary>A real S3 server: Ceph's RADOS gateway on one node of its own, in memory and on loopback.</summary>
internal sealed class CephServer : IAsyncDisposable
{
    private readonly ServerFolder _folder = new("ceph");
    private readonly List<ServerProcess> _processes = [];
    private readonly int _monitorPort = LoopbackPort.Free();
    private readonly int _port = LoopbackPort.Free();
    private readonly string _cluster = Guid.CreateVersion7().ToString();

    private CephServer()
    {
    }

    public static bool IsInstalled => Programs.TryFind("ceph-mon") is not null && Programs.TryFind("radosgw") is not null;

    public string Endpoint => $"http://127.0.0.1:{_port}";

    public string AccessKey { get; } = RandomNumberGenerator.GetHexString(20);

    public string SecretKey { get; } = RandomNumberGenerator.GetHexString(40);

    private string Configuration => Path.Combine(_folder.Path, "ceph.conf");

    public static async Task<CephServer> StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(cancellationToken);
            }
            catch (InvalidOperationException) when (attempt < LoopbackPort.Draws)
            {
                // A port it had drawn may have been taken before its program bound it: draw others.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes)) await process.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<CephServer> StartOnceAsync(CancellationToken cancellationToken)
    {
        var server = new CephServer();
        try
        {
            await server.StartMonitorAsync(cancellationToken);
            await server.StartStorageAsync(cancellationToken);
            await server.StartGatewayAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task StartMonitorAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in (string[])["mon", "osd", "rgw"]) Directory.CreateDirectory(Path.Combine(_folder.Path, folder));
        await File.WriteAllTextAsync(Configuration, CephConfiguration.Text(_folder.Path, _cluster, _monitorPort), cancellationToken);
        var map = Path.Combine(_folder.Path, "monmap");
        await RunAsync(
            ["monmaptool", "--create", "--addv", "a", $"[v1:127.0.0.1:{_monitorPort}]", "--fsid", _cluster, map], cancellationToken);
        await RunAsync(["ceph-mon", "--mkfs", "-i", "a", "--monmap", map], cancellationToken);
        await StartAsync("ceph-mon", "-i", "a", "-f");
    }

    private async Task StartStorageAsync(CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7().ToString();
        await RunAsync(["ceph", "--connect-timeout", "20", "osd", "create", id], cancellationToken);
        await RunAsync(["ceph", "--connect-timeout", "20", "osd", "crush", "add", "osd.0", "1.0", "root=default"], cancellationToken);
        await RunAsync(["ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", id], cancellationToken);
        await StartAsync("ceph-osd", "-i", "0", "-f");
    }

    private async Task StartGatewayAsync(CancellationToken cancellationToken)
    {
        await RunAsync(
            [
                "radosgw-admin", "user", "create", "--uid", "soundfoundry", "--display-name", "soundfoundry",
                "--access-key", AccessKey, "--secret-key", SecretKey,
            ],
            cancellationToken);
        var gateway = await StartAsync("radosgw", "-n", "client.rgw", "-f", $"--rgw_frontends=beast endpoint=127.0.0.1:{_port}");
        using var http = new HttpClient();
        await gateway.ReadyAsync(token => AnswersAsync(http, token), cancellationToken);
    }

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Endpoint), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private Task<string> RunAsync(string[] command, CancellationToken cancellationToken) =>
        ServerProcess.RunAsync([Programs.Find(command[0]), "-c", Configuration, .. command[1..]], null, cancellationToken);

    private async Task<ServerProcess> StartAsync(string program, params string[] arguments)
    {
        var process = await ServerProcess.StartAsync([Programs.Find(program), "-c", Configuration, .. arguments]);
        _processes.Add(process);
        return process;
    }
}
