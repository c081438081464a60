using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>The built-in synthesiser. It renders on a thread of its own, since it keeps a core busy from start to end.</summary>
internal sealed class StudioProvider : IMusicProvider
{
    public bool Makes(MusicModel model) => model.Provider == ProviderOptions.Studio;

    public Task<ProviderResult> RenderAsync(RenderTask task, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () => Render(task.Request, task.Path, task.Progress, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private static ProviderResult Render(RenderRequest request, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var composition = Composer.Compose(new StudioRequest(
            request.Prompt, request.Tags, request.DurationSeconds, request.StyleStrength, request.HasVocals, request.Seed));
        using var wav = File.Create(path);
        Synthesizer.Render(composition, wav, progress, cancellationToken);
        return new ProviderResult.Rendered();
    }
}
