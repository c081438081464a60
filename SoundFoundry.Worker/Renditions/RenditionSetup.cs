using SoundFoundry.Core.Telemetry;

namespace SoundFoundry.Worker.Renditions;

internal static class RenditionSetup
{
    public static void AddRenditions(this IServiceCollection services)
    {
        services.AddSingleton<RenditionMetrics>();
        services.AddSingleton(provider => new Encoders(Encoders.Ffmpeg, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RenditionMaker>();
        services.AddScoped<RenditionMaking>();
        services.AddHostedService<RenditionLoop>();
    }
}
