namespace SoundFoundry.Worker.Renders;

/// <summary>How one attempt ended, and whether another provider may be tried after it.</summary>
internal sealed record AttemptEnd(RenderOutcome Result, bool MayFallBack = false);
