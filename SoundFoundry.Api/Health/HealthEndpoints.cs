using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SoundFoundry.Api.Health;

/// <summary>What the service says of itself to anyone: no secrets, no login.</summary>
internal static class HealthEndpoints
{
    public static void AddApiHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ProviderHealth>();
        builder.Services.AddHealthChecks().AddCheck<WorkerHealth>("workers", HealthStatus.Degraded);
    }

    public static void MapApiHealth(this WebApplication app)
    {
        var health = app.MapGroup("/api/health").WithTags("Health");
        health.MapGet("/", GetAsync).WithSummary("Whether the service can do its job").Produces<HealthSummary>().Produces<HealthSummary>(503);
        health.MapGet("/providers", ProvidersAsync).WithSummary("How each provider and model stands, from what was seen; nobody is asked for it");
    }

    private static async Task<JsonHttpResult<HealthSummary>> GetAsync(HealthCheckService checks, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => !check.Tags.Contains("live"), cancellationToken);
        var parts = report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status));
        return TypedResults.Json(
            new HealthSummary(Word(report.Status), parts),
            statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static async Task<Ok<ProviderHealthReport>> ProvidersAsync(ProviderHealth health, CancellationToken cancellationToken) =>
        TypedResults.Ok(await health.ReportAsync(cancellationToken));

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "error",
    };
}

/// <param name="Status"><c>ok</c>, <c>degraded</c> (works, with something missing) or <c>error</c>.</param>
public sealed record HealthSummary(string Status, IReadOnlyDictionary<string, string> Parts);
