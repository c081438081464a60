namespace SoundFoundry.Bench.Chaos.Orders;

/// <summary>Orders that come at their own pace, however the system fares.</summary>
internal static class OrderFlow
{
    /// <summary>Returns when every order has got its answer.</summary>
    public static async Task RunAsync(Customers customers, ChaosPlan plan, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / plan.Rate), TimeProvider.System);
        var placed = new List<Task>();
        for (var number = 1; number <= plan.Jobs; number++)
        {
            placed.Add(customers.OrderAsync(Order.Draw(plan.Seed, number), cancellationToken));
            await pace.WaitForNextTickAsync(cancellationToken);
        }

        await Task.WhenAll(placed);
    }
}
