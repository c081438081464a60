using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.JobLogs;

namespace SoundFoundry.Worker.Renders;

/// <summary>Writes down how the work on a claimed job ended. What the claim no longer covers changes nothing.</summary>
internal sealed class RenderEnding(SoundFoundryDb db, JobLog log, IOptions<WorkerOptions> options, RenderMetrics metrics)
{
    public async Task WriteAsync(JobClaim claim, RenderOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case RenderOutcome.Failed failed:
                await FailAsync(claim, failed, cancellationToken);
                break;
            case RenderOutcome.PutOff off:
                await PutOffAsync(claim, off, cancellationToken);
                break;
            case RenderOutcome.Canceled when await db.AcceptCancelAsync(claim, cancellationToken):
                metrics.Ended(JobStatus.Canceled, null);
                break;
            case RenderOutcome.Interrupted when !await db.HandBackAsync(claim, cancellationToken):
                await db.AcceptCancelAsync(claim, cancellationToken);
                break;
            case RenderOutcome.Lost when await IsCancelRequestedAsync(claim, cancellationToken):
                // Refused for the cancel's sake and not for another claim's: nobody need wait for the lease to lapse.
                if (await db.AcceptCancelAsync(claim, cancellationToken)) metrics.Ended(JobStatus.Canceled, null);
                break;
            case RenderOutcome.Done done:
                metrics.Ended(JobStatus.Complete, done.Provider);
                break;
        }
    }

    private async Task FailAsync(JobClaim claim, RenderOutcome.Failed failed, CancellationToken cancellationToken)
    {
        if (await db.FailAsync(claim, failed.Failure, cancellationToken)) metrics.Ended(JobStatus.Failed, failed.Provider);
    }

    private Task<bool> IsCancelRequestedAsync(JobClaim claim, CancellationToken cancellationToken) =>
        db.Jobs.AnyAsync(job => job.Id == claim.JobId && job.CancelRequested, cancellationToken);

    private async Task PutOffAsync(JobClaim claim, RenderOutcome.PutOff off, CancellationToken cancellationToken)
    {
        var most = options.Value.Retries;
        if (await db.PutOffAsync(claim, off.Wait, most, off.Why, cancellationToken))
        {
            var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == claim.JobId, cancellationToken);
            metrics.PutOff(off.Provider);
            await log.WarnAsync(
                claim.JobId, $"Trying again in {off.Wait.TotalSeconds:0} s ({job.Retries} of {most}): {off.Why.Reason}", off.Provider, null,
                cancellationToken);
        }
        else if (await IsCancelRequestedAsync(claim, cancellationToken))
        {
            await db.AcceptCancelAsync(claim, cancellationToken);
        }
        else
        {
            await FailAsync(claim, new RenderOutcome.Failed(off.Why, off.Provider), cancellationToken);
        }
    }
}
