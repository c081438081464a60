using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Takeover;

/// <summary>How soon another worker goes on with the renders of one that ended: killed, and stopped as an operator does.</summary>
internal sealed class TakeoverBench : IBenchProgram
{
    /// <summary>Longer than a round: nothing ends by itself.</summary>
    private const double RenderSeconds = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "takeover";

    public string Summary => "[--rounds 10] [--jobs 20]: from the end of a worker to the commit of another's claim, killed and stopped";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "rounds", "jobs");
        var plan = new SystemPlan { Workers = 2, Providers = true, Settings = new Dictionary<string, string> { ["Remote:RenderTimeout"] = "00:30:00" } };
        await using var system = await RunningSystem.StartAsync(plan, cancellationToken);
        await JobMoves.RecordAsync(system.Database, cancellationToken);
        using var simulator = new SimulatorControl(system.Simulator!.Address);
        await simulator.SetPaceAsync(0, RenderSeconds, cancellationToken);
        Console.WriteLine(Machine.Describe());
        foreach (var (what, signal) in new[] { ("killed", Signal.Kill), ("stopped", Signal.Terminate) })
        {
            var taken = new List<double>();
            for (var round = 0; round < options.Number("rounds", 10); round++)
                taken.AddRange(await MeasureAsync(system, options.Number("jobs", 20), round, signal, cancellationToken));
            Console.WriteLine($"worker {what}, its renders claimed elsewhere after {new Distribution(taken).Describe("s")}");
        }

        return 0;
    }

    private static async Task<List<double>> MeasureAsync(
        RunningSystem system, int jobs, int round, int signal, CancellationToken cancellationToken)
    {
        using var customers = new Customers(system.Apis);
        var first = (int)(await system.Database.ValueAsync<long>("SELECT count(*) FROM tracks", cancellationToken)) + 1;
        foreach (var number in Enumerable.Range(first, jobs)) await customers.OrderAsync(Order.Plain(number), cancellationToken);
        await system.Database.NoneAsync(JobRows.NotAtProvider, Patience, cancellationToken);

        var worker = system.Workers[round % system.Workers.Count];
        var name = $"worker-{worker.Pid}-%";
        var ended = await system.Database.ValueAsync<DateTime>("SELECT clock_timestamp()", cancellationToken);
        worker.Send(signal);
        await system.Database.NoneAsync($"jobs WHERE status = 'QUEUED' OR (status = 'RENDERING' AND worker LIKE '{name}')", Patience, cancellationToken);
        await worker.EndAsync(signal, cancellationToken);
        var taken = await system.Database.ListAsync(
            """
            SELECT extract(epoch FROM committed_at(next.xid) - $1)::float8 FROM job_moves AS lost
            JOIN LATERAL (SELECT * FROM job_moves WHERE job_id = lost.job_id AND id > lost.id AND status = 'RENDERING' ORDER BY id LIMIT 1) AS next ON true
            WHERE lost.status = 'RENDERING' AND lost.worker LIKE $2
            """, row => row.GetDouble(0), cancellationToken, ended, name);
        await worker.StartReadyAsync(system.Http, cancellationToken);
        await CancelAllAsync(system, cancellationToken);
        return taken;
    }

    private static async Task CancelAllAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        using var api = new HttpClient { BaseAddress = system.Apis[0].Address };
        foreach (var job in await system.Database.ListAsync($"SELECT id FROM {JobRows.Unfinished}", row => row.GetInt64(0), cancellationToken))
            (await api.PostAsync(new Uri($"/api/jobs/{job}/cancel", UriKind.Relative), null, cancellationToken)).Dispose();
        await system.Database.NoneAsync(JobRows.Unfinished, Patience, cancellationToken);
    }
}
