using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SoundFoundry.ServiceDefaults;

/// <summary>Gives up waiting when its time is over, even for a check that does not heed its token: a server that is frozen
/// and not down lets a cancelled query hang on for seconds.</summary>
/// <remarks>The check has a scope of its own, which lives until the check has really ended.</remarks>
internal sealed class BoundedHealthCheck(Func<IServiceProvider, IHealthCheck> create, IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Task.Run(() => CheckInScopeAsync(context, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "No answer in time.");
        }
    }

    private async Task<HealthCheckResult> CheckInScopeAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await create(scope.ServiceProvider).CheckHealthAsync(context, cancellationToken);
    }
}
