using System.Globalization;
using Npgsql;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;
using StackExchange.Redis;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>What faults can see and reach of the running system.</summary>
internal sealed class Scene(RunningSystem system, Customers customers, SimulatorControl simulator, IConnectionMultiplexer redis)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    public RunningSystem System => system;

    public Customers Customers => customers;

    public SimulatorControl Simulator => simulator;

    public NpgsqlDataSource Database => system.Database;

    public Lanes Lanes { get; } = new(redis);

    /// <summary>A job that is about to be claimed: the third of those that wait, or the next but one to be ordered.</summary>
    public async Task<long> ComingJobAsync(CancellationToken cancellationToken) =>
        await Database.ValueAsync<long>(
            """
            SELECT coalesce(
                (SELECT job_id FROM outbox JOIN jobs ON jobs.id = job_id
                    WHERE status = 'QUEUED' AND fence = 0 AND dispatched_at IS NULL ORDER BY job_id OFFSET 2 LIMIT 1),
                (SELECT coalesce(max(id), 0) FROM jobs) + 2)
            """, cancellationToken);

    /// <summary>The worker that holds a job; null if nobody does, or one that has ended.</summary>
    public async Task<Service?> HolderAsync(long job, CancellationToken cancellationToken) => WorkerNamed(
        await Database.ValueAsync<string>("SELECT worker FROM jobs WHERE id = $1 AND status = 'RENDERING'", cancellationToken, job));

    /// <summary>The running process behind a name such as <c>worker-123-…</c>, which holds its number.</summary>
    public Service? WorkerNamed(string? name)
    {
        if (name?.Split('-') is not ["worker", var number, ..]) return null;
        var pid = int.Parse(number, CultureInfo.InvariantCulture);
        return system.Workers.Find(worker => worker.IsRunning && worker.Pid == pid);
    }

    public Task<bool> IsAsync(string condition, long job, CancellationToken cancellationToken) =>
        Database.ValueAsync<bool>($"SELECT EXISTS ({condition})", cancellationToken, job);

    /// <summary>Looks until something is so.</summary>
    /// <returns>False if it never was in that time.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < patience;)
        {
            if (await isSo()) return true;
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }

        return false;
    }

    /// <summary>Starts a process again, a moment after its end.</summary>
    public async Task RestartAsync(Service service, Random random, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()), TimeProvider.System, cancellationToken);
        await service.StartReadyAsync(system.Http, cancellationToken);
    }
}
