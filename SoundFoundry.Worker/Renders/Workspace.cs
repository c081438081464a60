namespace SoundFoundry.Worker.Renders;

/// <summary>A place on this machine's disk for one attempt's audio, gone when the attempt is, or at the latest after its process is.</summary>
internal sealed class Workspace : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(WorkspaceFolder.OfThisProcess(), $"{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(Path);
}
