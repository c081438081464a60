using System.Diagnostics;
using System.Globalization;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Outage;

/// <summary>Takes PostgreSQL away for half a minute while orders come: how soon is everything well again, and is a job lost?</summary>
internal sealed class OutageBench : IBenchProgram
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Name => "outage";

    public string Summary => "[--down 30] [--rate 4]: PostgreSQL away while orders come; from its return to healthy services and the next claim";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "down", "rate");
        var down = TimeSpan.FromSeconds(options.Number("down", 30));
        await using var system = await RunningSystem.StartAsync(new SystemPlan { Apis = 2, Workers = 2, Providers = true }, cancellationToken);
        await JobMoves.RecordAsync(system.Database, cancellationToken);
        using var simulator = new SimulatorControl(system.Simulator!.Address);
        await simulator.SetPaceAsync(0, 1, cancellationToken);
        using var customers = new Customers(system.Apis);
        using var stop = new CancellationTokenSource();
        var orders = OrderFlow.RunAsync(
            customers, Enumerable.Range(1, int.MaxValue).Select(Order.Plain), options.Decimal("rate", 4), () => false, cancellationToken, stop.Token);

        await Task.Delay(Before, TimeProvider.System, cancellationToken);
        await system.Postgres.StopAsync();
        await Task.Delay(down, TimeProvider.System, cancellationToken);
        await system.Postgres.StartAgainAsync(cancellationToken);
        system.Database.Clear();
        var returned = Stopwatch.GetTimestamp();
        var returnedAt = await system.Database.ValueAsync<DateTime>("SELECT clock_timestamp()", cancellationToken);
        foreach (var service in system.Apis.Concat(system.Workers)) await service.ReadyAsync(system.Http, cancellationToken);
        var healthy = Stopwatch.GetElapsedTime(returned);
        await Task.Delay(After, TimeProvider.System, cancellationToken);
        await stop.CancelAsync();
        await orders;
        await system.Database.NoneAsync(JobRows.Unfinished, Patience, cancellationToken);
        return await ReportAsync(system, customers, healthy, returnedAt, cancellationToken);
    }

    private static async Task<int> ReportAsync(
        RunningSystem system, Customers customers, TimeSpan healthy, DateTime returnedAt, CancellationToken cancellationToken)
    {
        var claimed = await system.Database.ValueAsync<double>(
            """
            SELECT min(extract(epoch FROM committed_at(xid) - $1))::float8 FROM job_moves WHERE status = 'RENDERING' AND committed_at(xid) > $1
            """, cancellationToken, returnedAt);
        var jobs = (await system.Database.ListAsync("SELECT id FROM jobs WHERE status = 'COMPLETE'", row => row.GetInt64(0), cancellationToken)).ToHashSet();
        var lost = customers.Accepted.Values.Count(order => !jobs.Contains(order.JobId));
        Console.WriteLine(Machine.Describe());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"all services healthy {healthy.TotalSeconds:0.00} s after PostgreSQL's return, next claim after {claimed:0.00} s; "
            + $"{customers.Accepted.Count} jobs accepted, {lost} of them not complete"));
        return lost == 0 ? 0 : 1;
    }
}
