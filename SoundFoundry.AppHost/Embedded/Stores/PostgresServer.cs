using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded.Stores;

internal sealed class PostgresServer(string name, Action<PostgresDatabase> add) : Resource(name)
{
    private readonly int _port = Ports.Free();
    private readonly List<PostgresDatabase> _databases = [];

    /// <summary>The data is a folder here, not a volume.</summary>
    public PostgresServer WithDataVolume(string name) => this;

    public PostgresDatabase AddDatabase(string name)
    {
        var database = new PostgresDatabase(name, this);
        _databases.Add(database);
        add(database);
        return database;
    }

    public string ConnectionString(DataFolder data) => $"Host=127.0.0.1;Port={_port};Username=postgres;Password={Password(data)}";

    public override async Task RunAsync(Engine engine, CancellationToken stop)
    {
        var data = engine.Data.At("postgres");
        var installation = await PostgresInstallation.ForAsync(data, stop);
        var cluster = new PostgresCluster(data, installation, engine);
        if (!cluster.Exists) await cluster.CreateAsync(Password(engine.Data), _databases.Select(database => database.Name), stop);
        cluster.RemoveStalePidFile();
        await new Supervisor(Name, engine).RunAsync(() => cluster.Server(_port), _ => Task.FromResult(cluster.IsReady()), BecomeReady, stop);
    }

    private static string Password(DataFolder data) => data.Secret("postgres-password", 32);
}
