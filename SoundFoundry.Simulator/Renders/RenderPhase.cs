namespace SoundFoundry.Simulator.Renders;

internal enum RenderPhase
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Canceled,

    /// <summary>Ended before it started.</summary>
    Aborted,
}
