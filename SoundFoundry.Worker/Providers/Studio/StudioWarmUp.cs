using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>Plays a few seconds to nobody when the worker starts, so that the first person does not wait for the compiler:
/// a cold render takes about twice as long as a warm one.</summary>
internal sealed class StudioWarmUp(ModelCatalog catalog, IOptions<ProviderOptions> providers) : BackgroundService
{
    private static readonly StudioRequest Piece = new("calm piano with drums", [], 5, 0.5, HasVocals: true, Seed: 1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        RoutePlanner.First(catalog, providers.Value) == ProviderOptions.Studio
            ? Task.Factory.StartNew(() => Play(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : Task.CompletedTask;

    private static void Play(CancellationToken cancellationToken) =>
        Synthesizer.Render(Composer.Compose(Piece), Stream.Null, new Progress<double>(), cancellationToken);
}
