namespace SoundFoundry.Bench.Orders;

/// <summary>Orders that come at their own pace, however the system fares.</summary>
internal static class OrderFlow
{
    /// <summary>Returns when every order has got its answer.</summary>
    /// <param name="rate">Orders each second, at most.</param>
    /// <param name="isFull">Whether customers would rather wait: a machine that is slow today would only get slower.</param>
    /// <param name="stop">Ends the flow before all were placed.</param>
    public static async Task RunAsync(
        Customers customers, IEnumerable<Order> orders, double rate, Func<bool> isFull, CancellationToken cancellationToken,
        CancellationToken stop = default)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate), TimeProvider.System);
        var placed = new List<Task>();
        foreach (var order in orders)
        {
            if (stop.IsCancellationRequested) break;
            placed.Add(customers.OrderAsync(order, cancellationToken));
            do await pace.WaitForNextTickAsync(cancellationToken);
            while (isFull());
        }

        await Task.WhenAll(placed);
    }
}
