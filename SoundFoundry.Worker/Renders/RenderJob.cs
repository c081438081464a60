using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.Dispatch;
using SoundFoundry.Worker.Leases;
using StackExchange.Redis;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Renders;

/// <summary>One job from its stream entry to its end: claim, acknowledge, render, end.</summary>
internal sealed partial class RenderJob(
    SoundFoundryDb db, RenderAttempts attempts, RenderEnding ending, LeaseKeeper leases, WorkerIdentity identity, IOptions<WorkerOptions> options,
    Hints hints, RenderMetrics metrics, TimeProvider clock, ILogger<RenderJob> logger)
{
    /// <param name="acknowledge">Takes the entry off the stream; called right after the claim was decided, since from then on the row's
    /// lease alone says who owns the job.</param>
    /// <param name="stopping">Fires when the job must be handed back.</param>
    public async Task RunAsync(Lane lane, RenderMessage message, Func<Task> acknowledge, CancellationToken stopping)
    {
        using var activity = StartFrom(message.TraceParent, Spans.Process, ActivityKind.Consumer);
        activity?.SetTag(Tags.JobId, message.JobId);
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["job_id"] = message.JobId });

        var claimedAt = clock.GetTimestamp();
        var claim = await ClaimAsync(message.JobId);
        if (claim is null)
        {
            await acknowledge();
            return;
        }

        activity?.SetTag(Tags.TrackId, claim.TrackId);
        using var lease = leases.Hold(claim, claimedAt);
        await AcknowledgeAsync(acknowledge);
        if (claim.Claims == 1) metrics.PickedUp(claim.Waited, lane);
        await using var stop = stopping.Register(() => lease.End(LeaseEnd.Stopping));
        hints.JobChanged(claim.UserId, claim.JobId);
        var outcome = await attempts.RunAsync(lease);
        activity?.SetTag(Tags.Outcome, outcome.GetType().Name);
        await EndAsync(claim, outcome);
        hints.JobChanged(claim.UserId, claim.JobId);
    }

    /// <remarks>Also while the worker stops: an entry that was read can't be put back, a claim can be.</remarks>
    private async Task<JobClaim?> ClaimAsync(long jobId)
    {
        using var activity = Source.StartActivity(Spans.Claim);
        return await db.ClaimAsync(jobId, identity.Id, options.Value.Lease, options.Value.RenderDeadline, CancellationToken.None);
    }

    private async Task AcknowledgeAsync(Func<Task> acknowledge)
    {
        try
        {
            await acknowledge();
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // The row says who owns the job; the entry is dropped by whoever finds it abandoned.
            Log.NotAcknowledged(logger, exception.Message);
        }
    }

    private async Task EndAsync(JobClaim claim, RenderOutcome outcome)
    {
        // What was decided is written down even while the process stops.
        using var activity = Source.StartActivity(Spans.Complete);
        await ending.WriteAsync(claim, outcome, CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2045, Level = LogLevel.Warning, Message = "A stream entry could not be acknowledged: {Reason}")]
        public static partial void NotAcknowledged(ILogger logger, string reason);
    }
}
