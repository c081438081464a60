namespace SoundFoundry.Core.Dispatch;

/// <summary>What the operator lets the queue do. Work that has begun goes on in each of them.</summary>
public enum DispatchMode
{
    /// <summary>New jobs are accepted and begun.</summary>
    Running,

    /// <summary>New jobs are accepted; none is begun.</summary>
    Paused,

    /// <summary>No new job is accepted; those that wait are worked off.</summary>
    Draining,
}
