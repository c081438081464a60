using SoundFoundry.Core.Models;

namespace SoundFoundry.Worker.Providers;

/// <summary>Something that turns a request into audio. It speaks to its own side only: rows, credits and the store are not its business.</summary>
internal interface IMusicProvider
{
    /// <summary>The name in routes and logs, such as <c>studio</c>.</summary>
    string Name { get; }

    /// <summary>Renders into a file at <paramref name="path"/>, which does not exist yet.</summary>
    /// <returns>What came of it; what can be expected to go wrong is a value, not an exception.</returns>
    Task<ProviderResult> RenderAsync(
        MusicModel model, RenderRequest request, string path, IProgress<double> progress, CancellationToken cancellationToken);
}
