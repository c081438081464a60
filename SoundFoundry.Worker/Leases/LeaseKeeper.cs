using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Telemetry;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Leases;

/// <summary>Renews every claim of this process from a thread of its own, so that neither busy cores nor a starved pool can lose one.
/// A claim that could not be renewed in time is given up before the database would give it to somebody else.</summary>
internal sealed partial class LeaseKeeper : IHostedService, IDisposable
{
    private static readonly TimeSpan LastRenewal = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<long, JobLease> _leases = new();
    private readonly ManualResetEventSlim _stopped = new();
    private readonly LeaseRenewal _renewal;
    private readonly IConnectionMultiplexer _redis;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _clock;
    private readonly RenderMetrics _metrics;
    private readonly ILogger<LeaseKeeper> _logger;
    private readonly Thread _thread;

    public LeaseKeeper(
        IConfiguration configuration, IConnectionMultiplexer redis, IOptions<WorkerOptions> options, TimeProvider clock, RenderMetrics metrics,
        ILogger<LeaseKeeper> logger)
    {
        (_redis, _options, _clock, _metrics, _logger) = (redis, options.Value, clock, metrics, logger);
        _renewal = new LeaseRenewal(configuration.GetConnectionString("soundfoundry")!, _options.Lease);
        _thread = new Thread(Run) { Name = "lease keeper", IsBackground = true };
    }

    /// <param name="claimedAt">When the claim was asked for, in the clock's ticks: the lease counts from there at the latest.</param>
    public JobLease Hold(JobClaim claim, long claimedAt)
    {
        var lease = new JobLease(claim, _options.StopGrace, ended => _leases.TryRemove(KeyValuePair.Create(ended.Claim.JobId, ended))) { RenewedAt = claimedAt };
        _leases[claim.JobId] = lease;
        return lease;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _redis.GetSubscriber().Subscribe(RedisNames.Cancels, (_, id) => Cancel(id), CommandFlags.FireAndForget);
        _thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stopped.Set();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The thread may be on its way to the database: what it uses must outlive it, or its fault ends the whole process.
        _stopped.Set();
        if (_thread.IsAlive && !_thread.Join(LastRenewal)) return;
        _renewal.Dispose();
        _stopped.Dispose();
    }

    private void Run()
    {
        while (!_stopped.Wait(_options.Renewal))
        {
            var held = _leases.Values.ToList();
            if (held.Count > 0) Renew(held);
        }
    }

    private void Renew(List<JobLease> held)
    {
        var asked = _clock.GetTimestamp();
        try
        {
            var renewed = _renewal.Renew(held.Select(lease => lease.Claim).ToList());
            foreach (var lease in held)
            {
                if (!renewed.TryGetValue(lease.Claim.JobId, out var state)) Lose(lease);
                else if (state == RenewedLease.Canceled) lease.End(LeaseEnd.Canceled);
                else lease.RenewedAt = asked;
            }
        }
        catch (Exception exception)
        {
            // Whatever it was, this thread must go on: it is all that keeps the other claims.
            Log.NotRenewed(_logger, held.Count, exception.Message);
            foreach (var lease in held.Where(lease => _clock.GetElapsedTime(lease.RenewedAt) > _options.Lease - _options.Renewal)) Lose(lease);
        }
    }

    private void Lose(JobLease lease)
    {
        if (lease.Ended is not null) return;
        lease.End(LeaseEnd.Lost);
        _metrics.LeaseLost();
        Log.Lost(_logger, lease.Claim.JobId, lease.Claim.Fence);
    }

    private void Cancel(RedisValue jobId)
    {
        if (jobId.TryParse(out long id) && _leases.TryGetValue(id, out var lease)) lease.End(LeaseEnd.Canceled);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2020, Level = LogLevel.Warning, Message = "{Count} lease(s) could not be renewed: {Reason}")]
        public static partial void NotRenewed(ILogger logger, int count, string reason);

        [LoggerMessage(EventId = 2021, Level = LogLevel.Warning, Message = "Job {JobId}: lease {Fence} is lost, the work stops here.")]
        public static partial void Lost(ILogger logger, long jobId, long fence);
    }
}
