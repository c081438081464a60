using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoundFoundry.Api.Migrate;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Stack;

/// <summary>Api and workers on a database, a Redis and an audio folder of their own: the system as it runs, without its pages.</summary>
public sealed class RunningStack(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly ServerFolder _audio = new("audio");
    private readonly List<WorkerHost> _workers = [];
    private Dictionary<string, string> _settings = [];
    private RedisServer? _redis;
    private ApiHost? _api;

    /// <summary>Where the Api listens.</summary>
    public Uri Address => _api!.ClientOptions.BaseAddress;

    public HttpClient Client { get; private set; } = null!;

    internal string AudioFolder => _audio.Path;

    internal RedisServer Redis => _redis!;

    internal IReadOnlyDictionary<string, string> Settings => _settings;

    public async ValueTask InitializeAsync()
    {
        await StartApiAsync(CancellationToken.None);
        StartWorker();
    }

    /// <summary>Starts all but the workers.</summary>
    /// <param name="settings">What api and workers get beside the addresses of their servers.</param>
    internal async Task StartApiAsync(
        CancellationToken cancellationToken, string? database = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        _redis = await RedisServer.StartAsync(cancellationToken);
        _settings = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ConnectionStrings:soundfoundry"] = database ?? await postgres.CreateDatabaseAsync(cancellationToken),
            ["ConnectionStrings:redis"] = _redis.ConnectionString,
            ["Storage:Path"] = _audio.Path,
            ["Storage:SigningKey"] = RandomNumberGenerator.GetHexString(64),
        };
        _settings.TryAdd("Api:DrainTime", "00:00:00");
        _api = new ApiHost(_settings);
        _api.UseKestrel();
        _api.StartServer();
        await MigrateCommand.RunAsync(_api.Services, cancellationToken);
        Client = new HttpClient { BaseAddress = Address };
    }

    internal WorkerHost StartWorker(params (string Key, string Value)[] settings) => StartWorker(null, settings);

    internal WorkerHost StartWorker(Action<IServiceCollection>? replace, params (string Key, string Value)[] settings)
    {
        var worker = new WorkerHost(_settings.Concat(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).ToDictionary(), replace);
        worker.UseKestrel();
        worker.StartServer();
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Asks the Api to stop, as a signal would; it ends by itself.</summary>
    internal void AskApiToStop() => _api!.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    internal async Task StopWorkersAsync()
    {
        foreach (var worker in _workers) await worker.DisposeAsync();
        _workers.Clear();
    }

    /// <summary>Reads or prepares rows directly.</summary>
    internal Task<T> WithDbAsync<T>(Func<SoundFoundryDb, Task<T>> use) => WithServiceAsync(use);

    /// <summary>Asks a part of the Api directly, for what no client can see.</summary>
    internal async Task<T> WithServiceAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _api!.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopWorkersAsync();
        Client?.Dispose();
        if (_api is not null) await _api.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
        _audio.Dispose();
    }
}
