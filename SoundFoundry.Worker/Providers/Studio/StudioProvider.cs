using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>The built-in synthesiser. It renders on a thread of its own, since it keeps a core busy from start to end.</summary>
internal sealed class StudioProvider(IOptions<WorkerOptions> options) : IMusicProvider, IDisposable
{
    /// <summary>Jobs of the remote lane may end up here, when the operator lets the studio stand in: they wait for a core like the others.</summary>
    private readonly SemaphoreSlim _cores = new(Math.Max(1, options.Value.StudioSlots));

    public bool Makes(MusicModel model) => model.Provider == ProviderOptions.Studio;

    public async Task<ProviderResult> RenderAsync(RenderTask task, CancellationToken cancellationToken)
    {
        await _cores.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(
                () => Render(task.Request, task.Path, task.Progress, cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();

    private static ProviderResult Render(RenderRequest request, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var composition = Composer.Compose(new StudioRequest(
            request.Prompt, request.Tags, request.DurationSeconds, request.StyleStrength, request.HasVocals, request.Seed));
        using var wav = File.Create(path);
        Synthesizer.Render(composition, wav, progress, cancellationToken);
        return new ProviderResult.Rendered();
    }
}
