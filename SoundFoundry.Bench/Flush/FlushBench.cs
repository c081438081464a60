using System.Globalization;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;
using StackExchange.Redis;
using Order = SoundFoundry.Bench.Orders.Order;

namespace SoundFoundry.Bench.Flush;

/// <summary>Empties Redis while many jobs wait: how soon is the next one begun, does each run once, and in its turn?</summary>
internal sealed class FlushBench : IBenchProgram
{
    private const int Flushes = 5;
    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public string Name => "flush";

    public string Summary => "[--jobs 1000] [--slots 8]: Redis flushed while jobs wait; the longest pause until the next claim, and what ran twice";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "jobs", "slots");
        var slots = options.Number("slots", 8).ToString(CultureInfo.InvariantCulture);
        var plan = new SystemPlan { Workers = 2, Providers = true, Settings = new Dictionary<string, string> { ["Worker:RemoteSlots"] = slots } };
        await using var system = await RunningSystem.StartAsync(plan, cancellationToken);
        await JobMoves.RecordAsync(system.Database, cancellationToken);
        using var simulator = new SimulatorControl(system.Simulator!.Address);
        await simulator.SetPaceAsync(0, 1, cancellationToken);
        using var customers = new Customers(system.Apis);
        await HoldQueueAsync(system, "PAUSED", cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, options.Number("jobs", 1_000)).Select(Order.Plain), cancellationToken,
            async (order, stop) => await customers.OrderAsync(order, stop));

        await HoldQueueAsync(system, "RUNNING", cancellationToken);
        var pauses = new List<double>();
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"{system.Redis.ConnectionString},allowAdmin=true");
        for (var flush = 0; flush < Flushes; flush++)
        {
            var at = await system.Database.ValueAsync<DateTime>("SELECT clock_timestamp()", cancellationToken);
            await redis.GetDatabase().ExecuteAsync("FLUSHALL");
            await Task.Delay(BetweenFlushes, TimeProvider.System, cancellationToken);
            pauses.Add(await LongestPauseAsync(system, at, cancellationToken));
        }

        await system.Database.NoneAsync(JobRows.Unfinished, Patience, cancellationToken);
        return await ReportAsync(system, simulator, pauses, cancellationToken);
    }

    /// <summary>As the operator does it: so that all wait when the first is begun, however slowly they are placed.</summary>
    private static Task HoldQueueAsync(RunningSystem system, string mode, CancellationToken cancellationToken) =>
        system.Database.ExecuteAsync($"UPDATE dispatch_control SET mode = '{mode}', changed_at = now()", cancellationToken);

    /// <summary>The longest time without a claim within a while after a flush, in seconds.</summary>
    private static async Task<double> LongestPauseAsync(RunningSystem system, DateTime since, CancellationToken cancellationToken) =>
        await system.Database.ValueAsync<double>(
            """
            SELECT max(gap)::float8 FROM (
                SELECT extract(epoch FROM at - lag(at, 1, $1) OVER (ORDER BY at)) AS gap FROM (
                    SELECT committed_at(xid) AS at FROM job_moves WHERE status = 'RENDERING' UNION ALL SELECT clock_timestamp()) AS moves
                WHERE at > $1) AS gaps
            """, cancellationToken, since);

    private static async Task<int> ReportAsync(
        RunningSystem system, SimulatorControl simulator, List<double> pauses, CancellationToken cancellationToken)
    {
        var submits = await simulator.SubmitsAsync(cancellationToken);
        var twice = submits.CountBy(submit => submit.Order ?? 0).Count(order => order.Value > 1);
        var ended = await system.Database.ValueAsync<long>("SELECT count(*) FROM jobs WHERE status = 'COMPLETE'", cancellationToken);
        var overtaken = await system.Database.ValueAsync<long>(
            """
            SELECT coalesce(max(turn - job_turn), 0) FROM (
                SELECT row_number() OVER (ORDER BY id) AS turn, row_number() OVER (ORDER BY job_id) AS job_turn
                FROM job_moves WHERE status = 'RENDERING' AND fence = 1) AS turns
            """, cancellationToken);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine($"{Flushes} flushes: pause until the next claim {new Distribution(pauses).Describe("s")}");
        Console.WriteLine($"{ended} jobs complete, {submits.Count} submits, {twice} jobs submitted twice, no job overtaken by more than {overtaken} others");
        return twice == 0 ? 0 : 1;
    }
}
