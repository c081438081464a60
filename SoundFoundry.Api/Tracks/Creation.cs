namespace SoundFoundry.Api.Tracks;

/// <summary>How an attempt to create tracks went.</summary>
internal abstract record Creation
{
    private Creation()
    {
    }

    public sealed record Accepted(TrackCreated Tracks) : Creation;

    public sealed record Refused(string Field, string Reason) : Creation;

    public sealed record NotEnoughCredits(int Needed, long Available) : Creation;

    /// <summary>Only the last job of a track can be tried again, once it failed or was canceled.</summary>
    public sealed record TooLate : Creation;

    /// <summary>A provider still has the failed job's work: it is being fetched or stopped, and must not be paid for twice.</summary>
    public sealed record StillOpen : Creation;

    /// <summary>So many jobs of the user wait already that these would be more than <paramref name="Limit"/>.</summary>
    public sealed record TooManyWaiting(int Limit, int Waiting) : Creation;

    /// <summary>The operator lets no more jobs in.</summary>
    public sealed record Draining : Creation;

    /// <summary>The idempotency key stands for another request.</summary>
    public sealed record KeyReused : Creation;
}
