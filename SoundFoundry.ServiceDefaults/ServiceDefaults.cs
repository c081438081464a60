using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SoundFoundry.ServiceDefaults.Settings;

namespace SoundFoundry.ServiceDefaults;

/// <summary>What every service of the system does alike: older names of settings, telemetry, health, discovery, resilient reads.</summary>
public static class ServiceDefaults
{
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        if (builder.Configuration["ENVIRONMENT"] is { Length: > 0 } environment) builder.RunAs(environment);
        builder.Configuration.AddPredecessorNames();
        ParentProcess.EndWith(ParentProcess.Named());
        Telemetry.AddTelemetry(builder);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["live"]);
        builder.Services.BoundHealthChecks();
        builder.Services.AddServiceDiscovery();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false); // no answer names its maker
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddResilience();
            http.AddServiceDiscovery();
        });
        return builder;
    }

    /// <summary>A web application has two records of its environment, and the public one is not what most services are given.</summary>
    private static void RunAs(this IHostApplicationBuilder builder, string environment)
    {
        builder.Environment.EnvironmentName = environment;
        foreach (var record in builder.Services.Select(service => service.ImplementationInstance).OfType<IHostEnvironment>())
            record.EnvironmentName = environment;
    }
}
