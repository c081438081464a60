using System.Globalization;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Fairness;

/// <summary>One user queues a thousand jobs; a second user's first job comes after them. How long does it wait?</summary>
internal sealed class FairnessBench : IBenchProgram
{
    private const int Slots = 4;
    private const int Newcomers = 10;
    private const double RenderSeconds = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Name => "fair";

    public string Summary => "[--jobs 1000]: a second user's jobs behind a thousand of the first; their wait in turns of a slot";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "jobs");
        var plan = new SystemPlan
        {
            Providers = true,
            Settings = new Dictionary<string, string> { ["Worker:RemoteSlots"] = Slots.ToString(CultureInfo.InvariantCulture) },
        };
        await using var system = await RunningSystem.StartAsync(plan, cancellationToken);
        await JobMoves.RecordAsync(system.Database, cancellationToken);
        using var simulator = new SimulatorControl(system.Simulator!.Address);
        await simulator.SetPaceAsync(0, RenderSeconds, cancellationToken);
        using var customers = new Customers(system.Apis);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, options.Number("jobs", 1_000)).Select(Order.Plain), cancellationToken,
            async (order, stop) => await customers.OrderAsync(order, stop));

        await SecondUser.AppearAsync(system.Database, cancellationToken);
        for (var newcomer = 1; newcomer <= Newcomers; newcomer++)
        {
            var job = await SecondUser.PlaceAsync(system.Database, cancellationToken);
            await system.Database.NoneAsync($"jobs WHERE id = {job} AND status = 'QUEUED'", Patience, cancellationToken);
        }

        await ReportAsync(system, cancellationToken);
        return 0;
    }

    private static async Task ReportAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var waits = await system.Database.ListAsync(
            """
            SELECT extract(epoch FROM committed_at(claimed.xid) - committed_at(made.xid))::float8,
                (SELECT count(*) FROM job_moves AS other WHERE other.status = 'RENDERING' AND other.fence = 1
                    AND committed_at(other.xid) > committed_at(made.xid) AND committed_at(other.xid) < committed_at(claimed.xid))
            FROM job_moves AS made JOIN job_moves AS claimed ON claimed.job_id = made.job_id AND claimed.status = 'RENDERING' AND claimed.fence = 1
            JOIN jobs ON jobs.id = made.job_id AND jobs.user_id = $1 WHERE made.status = 'QUEUED'
            """, row => (Seconds: row.GetDouble(0), Overtakers: row.GetInt64(1)), cancellationToken, SecondUser.Id);
        var slot = await system.Database.ValueAsync<double>(
            "SELECT avg(extract(epoch FROM completed_at - started_at))::float8 FROM jobs WHERE status = 'COMPLETE'", cancellationToken);
        var waiting = await system.Database.ValueAsync<long>("SELECT count(*) FROM jobs WHERE user_id = 1 AND status = 'QUEUED'", cancellationToken);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Slots} slots, a render takes one for {slot:0.0} s; the second user's jobs waited {new Distribution(waits.Select(wait => wait.Seconds)).Describe("s")}; "
            + $"jobs of the first user begun meanwhile: at most {waits.Max(wait => wait.Overtakers)}, with {waiting} of them still waiting"));
    }
}
