using System.Globalization;
using SoundFoundry.Bench.Listening;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Rolling;

/// <summary>Replaces both workers and both Apis behind the pages' server, one after another, while orders come and a page listens.</summary>
internal sealed class RollingBench : IBenchProgram
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "rolling";

    public string Summary => "[--rounds 2] [--rate 4]: a rolling restart under load; failed jobs, failed requests, gaps in the stream of events";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "rounds", "rate");
        await using var system = await RunningSystem.StartAsync(
            new SystemPlan { Apis = 2, Workers = 2, Providers = true, Web = true }, cancellationToken);
        using var simulator = new SimulatorControl(system.Simulator!.Address);
        await simulator.SetPaceAsync(0, 2, cancellationToken);
        using var customers = new Customers([system.Web!]);
        await using var listener = new EventListener([system.Web!]);
        await listener.StartAsync(cancellationToken);
        using var stop = new CancellationTokenSource();
        var orders = OrderFlow.RunAsync(
            customers, Enumerable.Range(1, int.MaxValue).Select(Order.Plain), options.Decimal("rate", 4), () => false, cancellationToken, stop.Token);

        var restarts = 0;
        for (var round = 0; round < options.Number("rounds", 2); round++)
        {
            foreach (var service in system.Workers.Concat(system.Apis))
            {
                await Task.Delay(Between, TimeProvider.System, cancellationToken);
                await service.EndAsync(Signal.Terminate, cancellationToken);
                await service.StartReadyAsync(system.Http, cancellationToken);
                restarts++;
            }
        }

        await Task.Delay(Between, TimeProvider.System, cancellationToken);
        await stop.CancelAsync();
        await orders;
        await system.Database.NoneAsync(JobRows.Unfinished, Patience, cancellationToken);
        await Task.Delay(Between, TimeProvider.System, cancellationToken); // for the last events
        return await ReportAsync(system, customers, listener, restarts, cancellationToken);
    }

    private static async Task<int> ReportAsync(
        RunningSystem system, Customers customers, EventListener listener, int restarts, CancellationToken cancellationToken)
    {
        var accepted = customers.Accepted.Values;
        var failedRequests = accepted.Sum(order => order.Asks - 1) + customers.Refusals.Count;
        var failedJobs = await system.Database.ValueAsync<long>("SELECT count(*) FROM jobs WHERE status <> 'COMPLETE'", cancellationToken);
        var unheard = accepted.Count(order => !listener.Seen.HasEnded(order.JobId));
        Console.WriteLine(Machine.Describe());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{restarts} restarts, {accepted.Count} orders: {failedRequests} failed requests, {failedJobs} jobs not complete, "
            + $"{listener.Reconnects} reconnects of the event stream, {unheard} ends not heard, {listener.Seen.StepsBack.Count} events going back"));
        return failedRequests + failedJobs + unheard + listener.Seen.StepsBack.Count == 0 ? 0 : 1;
    }
}
