namespace SoundFoundry.Core.Jobs;

public enum JobStatus
{
    /// <summary>Accepted and paid for; the relay moves it next.</summary>
    Queued,

    /// <summary>A worker holds its lease; that worker, or the sweeper after the lease lapsed, moves it next.</summary>
    Rendering,

    /// <summary>Final: the audio is in the store and settled.</summary>
    Complete,

    /// <summary>Final: no audio, and the hold was released.</summary>
    Failed,

    /// <summary>Final: the user stopped it.</summary>
    Canceled,
}
