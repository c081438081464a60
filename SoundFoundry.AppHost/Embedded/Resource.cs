namespace SoundFoundry.AppHost.Embedded;

/// <summary>A part of the system: it becomes ready once, and others may wait for that.</summary>
internal abstract class Resource(string name)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public Task Ready => _ready.Task;

    /// <summary>Runs until <paramref name="stop"/>; throws <see cref="EngineProblem"/> when it can't go on.</summary>
    public abstract Task RunAsync(Engine engine, CancellationToken stop);

    /// <summary>Adds what a service that refers to this one finds in its environment.</summary>
    public virtual void Describe(IDictionary<string, string?> environment, DataFolder data)
    {
    }

    protected void BecomeReady() => _ready.TrySetResult();
}
