using Microsoft.Extensions.Options;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.ServiceDefaults;
using SoundFoundry.Worker.Credits;
using SoundFoundry.Worker.Dispatch;
using SoundFoundry.Worker.JobLogs;
using SoundFoundry.Worker.Leases;
using SoundFoundry.Worker.Loops;
using SoundFoundry.Worker.Providers;
using SoundFoundry.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Studio;
using SoundFoundry.Worker.Reconciling;
using SoundFoundry.Worker.Renders;
using SoundFoundry.Worker.Renditions;
using SoundFoundry.Worker.Sweeping;
using SoundFoundry.Worker.Webhooks;

namespace SoundFoundry.Worker;

internal static class WorkerBuilder
{
    /// <summary>For handing jobs back after the last answer that is waited for.</summary>
    private static readonly TimeSpan HandBackTime = TimeSpan.FromSeconds(12);

    public static void AddWorker(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<SoundFoundryDb>("soundfoundry");
        builder.AddRedis("redis");
        builder.AddAudioStore();

        var services = builder.Services;
        services.AddOptions<WorkerOptions>().BindConfiguration(WorkerOptions.Section).ValidateDataAnnotations()
            .Validate(worker => worker.Renewal * 2 <= worker.Lease, "Worker:Renewal must be at most half of Worker:Lease.")
            .ValidateOnStart();
        services.AddRouting(builder.Configuration);
        services.AddDispatchOptions();
        services.AddCreditOptions();
        // A submit that is on its way is not cut: its answer holds the id that makes the work ours.
        services.AddOptions<HostOptions>().Configure<IOptions<WorkerOptions>, IOptions<RemoteOptions>>((host, worker, remote) =>
            host.ShutdownTimeout = TimeSpan.FromTicks(Math.Max(worker.Value.StopGrace.Ticks, remote.Value.SubmitTimeout.Ticks)) + HandBackTime);
        services.AddSingleton<WorkerIdentity>();
        services.AddSingleton<Hints>();
        services.AddSingleton<RenderMetrics>();
        services.AddSingleton<LoopPulse>();
        services.AddSingleton<SchemaGate>();
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<LaneStreams>();
        services.AddSingleton<QueueGauge>();
        services.AddSingleton<IMusicProvider, StudioProvider>();
        services.AddRemoteRendering();
        services.AddReconciling();
        services.AddSweeping();
        services.AddWebhooks();
        services.AddRenditions();
        services.AddScoped<JobLog>();
        services.AddScoped<RenderJob>();
        services.AddScoped<RenderAttempts>();
        services.AddScoped<RenderEnding>();
        services.AddScoped<RetryChoice>();
        services.AddScoped<RetryPace>();
        services.AddScoped<RenderAttempt>();
        services.AddScoped<Admission>();
        services.AddScoped<Delivery>();

        services.AddHostedService<Greeting>();
        services.AddHostedService<StudioWarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
        services.AddHostedService<PresenceLoop>();
        services.AddHostedService<RelayLoop>();
        services.AddHostedService<RenderConsumer>();
        services.AddHostedService<AllowanceLoop>();
        services.AddHealthChecks().AddCheck<LoopHealth>("loops", tags: ["live"]);
    }
}
