using System.Security.Cryptography;
using Npgsql;

namespace SoundFoundry.Bench.Systems;

/// <summary>The whole system as real processes on loopback ports of its own, without its pages.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private readonly ServerFolder _folder = new("bench");
    private readonly SystemPlan _plan;
    private readonly Dictionary<string, string> _settings;

    private RunningSystem(SystemPlan plan, PostgresServer postgres, RedisServer redis, string database)
    {
        (_plan, Postgres, Redis, Database) = (plan, postgres, redis, NpgsqlDataSource.Create($"{database};Include Error Detail=true"));
        _settings = new Dictionary<string, string>(plan.Settings)
        {
            ["Logging:LogLevel:Default"] = "Warning",
            ["ConnectionStrings:soundfoundry"] = database,
            ["ConnectionStrings:redis"] = redis.ConnectionString,
            ["Storage:Path"] = AudioFolder,
            ["Storage:SigningKey"] = RandomNumberGenerator.GetHexString(64),
        };
        _settings.TryAdd("ENVIRONMENT", "Development");
    }

    public PostgresServer Postgres { get; }

    public RedisServer Redis { get; }

    public NpgsqlDataSource Database { get; }

    public Service? Simulator { get; private set; }

    public Service? Web { get; private set; }

    public List<Service> Apis { get; } = [];

    public List<Service> Workers { get; } = [];

    /// <summary>For questions about health; it has no address of its own.</summary>
    public HttpClient Http { get; } = new();

    public string AudioFolder => Path.Combine(_folder.Path, "audio");

    public string LogFolder => Path.Combine(_folder.Path, "logs");

    public static async Task<RunningSystem> StartAsync(SystemPlan plan, CancellationToken cancellationToken)
    {
        var postgres = await PostgresServer.StartAsync(cancellationToken);
        await PostgresSettings.ApplyAsync(postgres, cancellationToken);
        var redis = await RedisServer.StartAsync(cancellationToken, appendOnly: true);
        var system = new RunningSystem(plan, postgres, redis, await postgres.CreateDatabaseAsync(cancellationToken));
        try
        {
            await system.StartServicesAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>The folder in which one worker keeps what it works on.</summary>
    public string WorkFolderOf(Service worker) => Path.Combine(_folder.Path, "tmp", worker.Name);

    /// <summary>Everything of this system is removed with it; what is to be read later must be copied.</summary>
    public void CopyLogs(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var log in Directory.EnumerateFiles(LogFolder)) File.Copy(log, Path.Combine(folder, Path.GetFileName(log)), overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Workers.Concat(Apis)) await service.DisposeAsync();
        if (Web is not null) await Web.DisposeAsync();
        if (Simulator is not null) await Simulator.DisposeAsync();
        await Database.DisposeAsync();
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
        Http.Dispose();
        _folder.Dispose();
    }

    private async Task StartServicesAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(AudioFolder);
        Directory.CreateDirectory(LogFolder);
        if (_plan.Providers) await AddProvidersAsync(cancellationToken);
        await using (var migrate = Make("migrate", "SoundFoundry.Api"))
        {
            await migrate.StartAsync("migrate");
            if (await migrate.EndedAsync(cancellationToken) != 0) throw new InvalidOperationException($"migrate failed; see {LogFolder}");
        }

        for (var number = 1; number <= _plan.Apis; number++) Apis.Add(Make($"api-{number}", "SoundFoundry.Api"));
        for (var number = 1; number <= _plan.Workers; number++) Workers.Add(MakeWorker($"worker-{number}"));
        foreach (var service in Apis.Concat(Workers)) await service.StartReadyAsync(Http, cancellationToken);
        if (!_plan.Web) return;
        Web = Make("web", "SoundFoundry.Web", _plan.WebFolder);
        foreach (var (index, api) in Apis.Index()) Web.MoreSettings[$"services:api:http:{index}"] = api.Address.ToString();
        await Web.StartReadyAsync(Http, cancellationToken);
    }

    private async Task AddProvidersAsync(CancellationToken cancellationToken)
    {
        Simulator = Make("simulator", "SoundFoundry.Simulator");
        Simulator.MoreSettings["Simulator:Mono"] = "true";
        await Simulator.StartReadyAsync(Http, cancellationToken);
        _settings["Providers:Simulator"] = Simulator.Address.ToString();
        _settings["Providers:FalKey"] = "simulated:key";
        _settings["Providers:ReplicateToken"] = "simulated";
    }

    private Service MakeWorker(string name)
    {
        var worker = Make(name, "SoundFoundry.Worker");
        worker.MoreSettings["TMPDIR"] = Directory.CreateDirectory(WorkFolderOf(worker)).FullName;
        // Where providers call back: always the same Api.
        worker.MoreSettings["Api:PublicUrl"] = Apis[0].Address.ToString();
        return worker;
    }

    private Service Make(string name, string program, string? folder = null) => new(
        name, folder is null ? Service.BuiltAlong(program) : Path.GetFullPath(Path.Combine(folder, $"{program}.dll")), new Uri($"http://127.0.0.1:{LoopbackPort.Free()}"), _settings, Path.Combine(LogFolder, $"{name}.log"));
}
