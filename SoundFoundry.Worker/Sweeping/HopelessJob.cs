using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>A job that no worker holds and that none should take up again.</summary>
/// <param name="Why"><c>canceled</c>, <c>deadline</c> or <c>poison</c>.</param>
internal sealed record HopelessJob(long JobId, long UserId, string Why)
{
    public Task<bool> EndAsync(SoundFoundryDb db, CancellationToken cancellationToken) => Why switch
    {
        "canceled" => db.EndUnownedAsync(JobId, JobStatus.Canceled, null, null, cancellationToken),
        "poison" => db.EndUnownedAsync(JobId, JobStatus.Failed, "too_many_claims",
            $"The job lost its worker {JobClaims.MaxClaims} times and was given up.", cancellationToken),
        _ => db.EndUnownedAsync(JobId, JobStatus.Failed, "deadline", "The job did not end in time.", cancellationToken),
    };
}
