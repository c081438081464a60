namespace SoundFoundry.Simulator.Renders;

/// <summary>How fast everything goes, in seconds.</summary>
/// <param name="QueueS">From acceptance to the start.</param>
/// <param name="RenderS">From the start to the end.</param>
/// <param name="WebhookRetryS">Before a webhook is tried again; a little more each time.</param>
/// <param name="Mono">One channel at a low rate, so that a load costs the machine little; lengths stay true.</param>
internal sealed record Pace(double QueueS, double RenderS, double WebhookRetryS = 0.2, bool Mono = false);
