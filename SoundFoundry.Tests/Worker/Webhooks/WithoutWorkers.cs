using SoundFoundry.Worker.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>Takes the stack's workers away, and gives them back at its end.</summary>
internal sealed class WithoutWorkers(HookedStack hooked) : IAsyncDisposable
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Task StopWorkersAsync() => hooked.Stack.StopWorkersAsync();

    public Task<List<DueDelivery>> ClaimAsync(int atMost = 100) =>
        hooked.Stack.WithDbAsync(db => db.ClaimDeliveriesAsync(atMost, TimeSpan.FromMinutes(1), Cancelled));

    public async ValueTask DisposeAsync()
    {
        await hooked.Stack.StopWorkersAsync();
        hooked.StartWorker();
        hooked.StartWorker();
    }
}
