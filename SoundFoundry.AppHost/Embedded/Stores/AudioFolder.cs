namespace SoundFoundry.AppHost.Embedded.Stores;

internal sealed class AudioFolder(string name) : Resource(name)
{
    public override Task RunAsync(Engine engine, CancellationToken stop)
    {
        BecomeReady();
        return Task.CompletedTask;
    }

    public override void Describe(IDictionary<string, string?> environment, DataFolder data) =>
        environment["Storage__Path"] = data.At("audio");
}
