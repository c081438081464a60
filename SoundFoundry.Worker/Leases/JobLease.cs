using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Worker.Leases;

/// <summary>A claim that is being renewed. Its token fires when the work must stop, and <see cref="Ended"/> then says why.</summary>
/// <param name="grace">How long what only has to be fetched and stored may go on after a stop was asked for.</param>
internal sealed class JobLease(JobClaim claim, TimeSpan grace, Action<JobLease> release) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _ended;
    private volatile bool _finishing;

    public JobClaim Claim { get; } = claim;

    public CancellationToken Token => _stop.Token;

    /// <summary>Null while the work may go on.</summary>
    public LeaseEnd? Ended => _ended == 0 ? null : (LeaseEnd)_ended;

    /// <summary>When the claim was last known good, in the clock's ticks; kept by the keeper.</summary>
    internal long RenewedAt { get; set; }

    /// <summary>The audio is made, and what is left is short.</summary>
    public void Finish() => _finishing = true;

    /// <summary>Stops the work; the first reason given stays.</summary>
    public void End(LeaseEnd reason)
    {
        if (Interlocked.CompareExchange(ref _ended, (int)reason, 0) != 0) return;
        try
        {
            // Not on this thread: what hangs on the token may take its time, and the keeper has other leases to renew.
            if (reason == LeaseEnd.Stopping && _finishing) _stop.CancelAfter(grace);
            else _ = _stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The work ended by itself in this very moment.
        }
    }

    public void Dispose()
    {
        release(this);
        _stop.Dispose();
    }
}

internal enum LeaseEnd
{
    /// <summary>Somebody else owns the job now, or could: touch nothing that counts.</summary>
    Lost = 1,

    /// <summary>The user asked to stop.</summary>
    Canceled,

    /// <summary>This process stops; the job goes back to the queue.</summary>
    Stopping,
}
