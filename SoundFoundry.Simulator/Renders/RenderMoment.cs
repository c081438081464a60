namespace SoundFoundry.Simulator.Renders;

/// <summary>A render as it stands at one time.</summary>
/// <param name="Progress">0 to 1.</param>
/// <param name="Wait">How much of the time in the queue is still to come, 0 to 1.</param>
internal sealed record RenderMoment(RenderPhase Phase, double Progress, double Wait, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    public bool HasEnded => Phase is not (RenderPhase.Queued or RenderPhase.Running);
}
