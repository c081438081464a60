using SoundFoundry.Core.Models;

namespace SoundFoundry.Worker.Providers;

/// <summary>Something that turns a request into audio.</summary>
internal interface IMusicProvider
{
    bool Makes(MusicModel model);

    /// <summary>Renders into a file at the task's path, which does not exist yet.</summary>
    /// <returns>What came of it; what can be expected to go wrong is a value, not an exception.</returns>
    Task<ProviderResult> RenderAsync(RenderTask task, CancellationToken cancellationToken);
}
