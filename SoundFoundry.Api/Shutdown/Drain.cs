using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Shutdown;

/// <summary>The time between a stop being asked for and the port being closed: the replica says it is not ready and goes on serving,
/// until whoever sends it requests has noticed and sends them elsewhere.</summary>
#pragma warning disable CA1001 // a host that is stopped twice is still in here when it disposes of its services; what is held is memory only
internal sealed class Drain(IHostApplicationLifetime lifetime, IOptions<ApiOptions> options, TimeProvider clock)
    : IHostedLifecycleService, IHealthCheck
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _over = new();

    /// <summary>Fires when that time is over: what would go on for hours must end now.</summary>
    public CancellationToken Over => _over.Token;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("Stopping.") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(options.Value.DrainTime, clock, cancellationToken);
        }
        finally
        {
            await _over.CancelAsync();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
