using System.Diagnostics;
using SoundFoundry.Bench.Chaos.Checks;
using SoundFoundry.Bench.Chaos.Faults;
using SoundFoundry.Bench.Chaos.Gates;
using SoundFoundry.Bench.Listening;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;
using StackExchange.Redis;
using Order = SoundFoundry.Bench.Orders.Order;

namespace SoundFoundry.Bench.Chaos;

/// <summary>Orders and faults at once, then calm, then the checks.</summary>
internal static class ChaosRun
{
    /// <summary>How long a simulated provider takes, in seconds.</summary>
    private const double Queue = 0.1;
    private const double Render = 0.5;

    private const int MostMore = 4;
    private const int MostOpen = 50;

    public static async Task<ChaosResult> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        await using var system = await RunningSystem.StartAsync(
            new SystemPlan { Apis = plan.Apis, Workers = plan.Workers, Providers = true, Settings = Patience.For(plan.Jobs) }, cancellationToken);
        await GateTriggers.InstallAsync(system.Database, cancellationToken);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(
            $"{system.Redis.ConnectionString},abortConnect=false,allowAdmin=true,syncTimeout=10000,asyncTimeout=10000");
        using var simulator = new SimulatorControl(system.Simulator!.Address);
        await simulator.SetPaceAsync(Queue, Render, cancellationToken);
        using var customers = new Customers(system.Apis);
        await using var listener = new EventListener(system.Apis);
        await listener.StartAsync(cancellationToken);

        var scene = new Scene(system, customers, simulator, redis);
        var storm = new Storm(scene, [.. FaultTable.All.Where(fault => plan.Faults.Count == 0 || plan.Faults.Contains(fault.Name))], plan.Seed);
        await using var backlog = new Backlog(system.Database);
        var begun = Stopwatch.GetTimestamp();
        var orders = OrderFlow.RunAsync(
            customers, Drawn(plan, storm), plan.Rate, () => backlog.Jobs > MostOpen, cancellationToken);
        await storm.RageAsync(orders, cancellationToken);
        await orders;
        var raged = Stopwatch.GetElapsedTime(begun);
        await simulator.ClearFaultsAsync(cancellationToken);
        await Calm.ReturnAsync(scene, listener, cancellationToken);
        var findings = await Checklist.ExamineAsync(scene, storm, listener, cancellationToken);
        var figures = await Figures.ReadAsync(scene, listener, cancellationToken);
        if (plan.Logs is not null) system.CopyLogs(plan.Logs);
        return new ChaosResult(plan, customers.Accepted.Count, raged, Stopwatch.GetElapsedTime(begun), storm.Hits, storm.Misses, findings, figures);
    }

    /// <summary>As many as were asked for, and a few more while a fault has not had its moment.</summary>
    private static IEnumerable<Order> Drawn(ChaosPlan plan, Storm storm) =>
        Enumerable.Range(1, plan.Jobs * MostMore).TakeWhile(number => number <= plan.Jobs || !storm.HasHitAll)
            .Select(number => Order.Draw(plan.Seed, number));
}
