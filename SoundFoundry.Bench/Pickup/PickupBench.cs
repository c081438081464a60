using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Pickup;

/// <summary>How long a job waits for a worker when nothing else is to be done, and what a worker costs that waits for jobs.</summary>
internal sealed class PickupBench : IBenchProgram
{
    private const int LongestPause = 250;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Name => "pickup";

    public string Summary => "[--jobs 1000] [--idle 60] [--seed 1]: from the commit of a job to the commit of its claim, one job at a time; idle cost";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "jobs", "idle", "seed");
        await using var system = await RunningSystem.StartAsync(new SystemPlan(), cancellationToken);
        await JobMoves.RecordAsync(system.Database, cancellationToken);
        await PlaceAsync(system, options.Number("jobs", 1_000), new Random(options.Number("seed", 1)), cancellationToken);

        Console.WriteLine(Machine.Describe());
        var pickups = new Distribution(await JobMoves.PickupsAsync(system.Database, cancellationToken));
        Console.WriteLine($"pick-up: {pickups.Describe("ms")}");
        await MeasureIdleAsync(system, TimeSpan.FromSeconds(options.Number("idle", 60)), cancellationToken);
        return 0;
    }

    private static async Task PlaceAsync(RunningSystem system, int jobs, Random random, CancellationToken cancellationToken)
    {
        using var api = new HttpClient { BaseAddress = system.Apis[0].Address };
        for (var number = 1; number <= jobs; number++)
        {
            using var answer = await api.PostAsJsonAsync("/api/tracks", new { prompt = $"take {number}", duration_s = 5 }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await IdleAgainAsync(system, cancellationToken);
            // So that no job comes in step with a loop that looks at fixed times.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(LongestPause)), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task IdleAgainAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        const string running = "SELECT count(*) FROM jobs WHERE status IN ('QUEUED', 'RENDERING')";
        while (await system.Database.ValueAsync<long>(running, patience.Token) > 0)
            await Task.Delay(Glance, TimeProvider.System, patience.Token);
    }

    private static async Task MeasureIdleAsync(RunningSystem system, TimeSpan length, CancellationToken cancellationToken)
    {
        var (worker, api) = (system.Workers[0].Pid, system.Apis[0].Pid);
        var (begun, workerBefore, apiBefore) = (Stopwatch.GetTimestamp(), ProcessorTime.Of(worker), ProcessorTime.Of(api));
        await Task.Delay(length, TimeProvider.System, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(begun);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"idle for {elapsed.TotalSeconds:0} s: worker {(ProcessorTime.Of(worker) - workerBefore) / elapsed:0.00%} of a core, "
            + $"api {(ProcessorTime.Of(api) - apiBefore) / elapsed:0.00%}"));
    }
}
