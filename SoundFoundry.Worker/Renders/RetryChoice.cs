using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Renders;

/// <summary>Whether a job that nobody can render now is tried again later, or has failed.</summary>
internal sealed class RetryChoice(SoundFoundryDb db, Admission admission, RetryPace pace, IOptions<WorkerOptions> options)
{
    /// <param name="route">Null if there is none any more; then only what a provider has already can still be fetched.</param>
    public async Task<RenderOutcome> DecideAsync(
        Job job, JobClaim claim, ModelRoute.Through? route, AttemptHistory history, Failure failure, CancellationToken cancellationToken)
    {
        var failed = new RenderOutcome.Failed(failure, history.LastProvider);
        var isOurs = failure.Class == FailureClass.Local;
        if (job.Retries >= options.Value.Retries || !(isOurs || FailurePolicy.For(failure.Class).FallsBack)) return failed;
        if (claim.Overdue || await db.IsOverdueAsync(job.Id, cancellationToken)) return failed;

        var next = await AttemptHistory.ReadAsync(db, job.Id, claim.Fence, cancellationToken);
        var wait = next.Open is not null ? TimeSpan.Zero
            : route is null ? null
            : await admission.PassesInAsync(route.Remaining(next.Tried), cancellationToken);
        if (wait is not { } known) return failed;

        var atLeast = known > history.AskedToWait ? known : history.AskedToWait;
        return new RenderOutcome.PutOff(pace.After(job.Retries, atLeast), failure, history.LastProvider);
    }
}
