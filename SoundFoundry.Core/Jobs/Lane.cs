namespace SoundFoundry.Core.Jobs;

/// <summary>Which of a worker's slots a job needs.</summary>
public enum Lane
{
    /// <summary>Renders on this worker's own cores.</summary>
    Studio,

    /// <summary>Waits for a provider elsewhere.</summary>
    Remote,
}
