namespace SoundFoundry.AppHost.Embedded.Stores;

/// <summary>Made together with its server's data, so it is there when the server is.</summary>
internal sealed class PostgresDatabase(string name, PostgresServer server) : Resource(name)
{
    public override async Task RunAsync(Engine engine, CancellationToken stop)
    {
        await server.Ready.WaitAsync(stop);
        BecomeReady();
    }

    public override void Describe(IDictionary<string, string?> environment, DataFolder data) =>
        environment[$"ConnectionStrings__{Name}"] = $"{server.ConnectionString(data)};Database={Name}";
}
