using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Tests.Core.Jobs.Properties;

/// <summary>What a job ought to be. Each method says whether the move ought to succeed, and makes it.</summary>
internal sealed class ModelJob(int quote)
{
    public const int MaxRetries = 2;

    public JobStatus Status { get; private set; } = JobStatus.Queued;

    public long Fence { get; private set; }

    public int Claims { get; private set; }

    public int Retries { get; private set; }

    public bool CancelRequested { get; private set; }

    public bool Lapsed { get; private set; }

    public int? Charged { get; private set; }

    public int Quote => quote;

    /// <summary>What of the user's credits it holds or has taken.</summary>
    public int Taken => Charged ?? quote;

    public bool Claim()
    {
        var free = Status == JobStatus.Queued || (Status == JobStatus.Rendering && Lapsed);
        if (!free || CancelRequested || Claims >= JobClaims.MaxClaims) return false;
        (Status, Lapsed) = (JobStatus.Rendering, false);
        Fence++;
        Claims++;
        return true;
    }

    public void Lapse() => Lapsed |= Status == JobStatus.Rendering;

    public bool Report(long fence) => Owns(fence);

    public bool Complete(long fence, int charge) => Owns(fence) && !CancelRequested && End(JobStatus.Complete, charge);

    public bool Fail(long fence) => Owns(fence) && End(JobStatus.Failed, 0);

    public bool AcceptCancel(long fence) => Owns(fence) && End(JobStatus.Canceled, 0);

    /// <returns>The state that the caller is told; null if it came too late.</returns>
    public JobStatus? Cancel()
    {
        if (Status.IsFinal()) return null;
        if (Status == JobStatus.Queued || Lapsed) End(JobStatus.Canceled, 0);
        else CancelRequested = true;
        return Status;
    }

    public bool HandBack(long fence) => Owns(fence) && !CancelRequested && Requeue();

    public bool PutOff(long fence)
    {
        if (!Owns(fence) || CancelRequested || Retries >= MaxRetries) return false;
        Retries++;
        return Requeue();
    }

    public void Sweep()
    {
        if (Status != JobStatus.Rendering || !Lapsed) return;
        if (CancelRequested) End(JobStatus.Canceled, 0);
        else if (Claims >= JobClaims.MaxClaims) End(JobStatus.Failed, 0);
    }

    private bool Owns(long fence) => Status == JobStatus.Rendering && Fence == fence;

    private bool Requeue()
    {
        Status = JobStatus.Queued;
        Claims--;
        Lapsed = false;
        return true;
    }

    private bool End(JobStatus ending, int charge)
    {
        (Status, Charged, Lapsed) = (ending, charge, false);
        return true;
    }
}
