using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Control;

/// <summary>What is not named stays as it is.</summary>
internal sealed record PaceChange(double? QueueS = null, double? RenderS = null, double? WebhookRetryS = null, bool? Mono = null)
{
    private const double Longest = 86_400;

    public bool IsPossible => new[] { QueueS, RenderS, WebhookRetryS }.All(seconds => seconds is null or (>= 0 and <= Longest));

    public Pace Of(Pace pace) =>
        new(QueueS ?? pace.QueueS, RenderS ?? pace.RenderS, WebhookRetryS ?? pace.WebhookRetryS, Mono ?? pace.Mono);
}
