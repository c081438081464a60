using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Writes down what a provider said and won't say again, through an outage of the database.</summary>
internal sealed class DurableWrite(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Tries = 600;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public async Task SaveAsync(Func<SoundFoundryDb, Task> save)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await save(scope.ServiceProvider.GetRequiredService<SoundFoundryDb>());
                return;
            }
            catch (Exception exception) when (tries < Tries && exception.IsOutage())
            {
                await Task.Delay(BetweenTries, clock, CancellationToken.None);
            }
        }
    }
}
