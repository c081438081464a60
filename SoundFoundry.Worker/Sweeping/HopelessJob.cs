using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>A job that no worker holds and that none should take up again.</summary>
internal sealed record HopelessJob(long JobId, long UserId, bool CancelRequested, int Claims)
{
    public string Why => CancelRequested ? "canceled" : Claims >= JobClaims.MaxClaims ? "too_many_claims" : "deadline";

    public Task<bool> EndAsync(SoundFoundryDb db, CancellationToken cancellationToken) => this switch
    {
        { CancelRequested: true } => db.EndUnownedAsync(JobId, JobStatus.Canceled, null, null, cancellationToken),
        { Claims: >= JobClaims.MaxClaims } => db.EndUnownedAsync(
            JobId, JobStatus.Failed, Why, $"The job lost its worker {JobClaims.MaxClaims} times and was given up.", cancellationToken),
        _ => db.EndUnownedAsync(JobId, JobStatus.Failed, Why, "The job did not end in time.", cancellationToken),
    };
}
