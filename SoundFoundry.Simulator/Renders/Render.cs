using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Models;

namespace SoundFoundry.Simulator.Renders;

/// <summary>One accepted job. Where it stands follows from the time alone: nothing runs while nobody asks.</summary>
internal sealed class Render
{
    private const double BackwardsFrom = 1 / 3d;
    private const double BackwardsTo = 2 / 3d;
    private long _canceledTicks;

    public required string Id { get; init; }

    public required Provider Provider { get; init; }

    public required ModelSpec Model { get; init; }

    public required JsonObject Input { get; init; }

    /// <summary>The scheme and host it was ordered at.</summary>
    public required Uri Origin { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required TimeSpan QueuedFor { get; init; }

    /// <summary>Null: it never ends.</summary>
    public required TimeSpan? RunsFor { get; init; }

    public RenderFailure? Failure { get; init; }

    public FaultKind? Progress { get; init; }

    public FaultKind? Artifact { get; init; }

    public FaultKind? WebhookFault { get; init; }

    public Uri? Webhook { get; init; }

    /// <summary>The events a webhook is wanted for; empty: all.</summary>
    public IReadOnlyList<string> WebhookEvents { get; init; } = [];

    /// <summary>When it is stopped whatever it does.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>How long its files are kept after it was ordered; null: always.</summary>
    public TimeSpan? FilesKeptFor { get; init; }

    /// <summary>Whether its audio is made with one channel at a low rate.</summary>
    public bool IsMono { get; init; }

    public bool AbortsInQueue { get; init; }

    private DateTimeOffset StartsAt => CreatedAt + QueuedFor;

    private DateTimeOffset? EndsAt => AbortsInQueue ? StartsAt : StartsAt + RunsFor;

    private DateTimeOffset? CanceledAt =>
        Interlocked.Read(ref _canceledTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Stops it, unless it has ended or was stopped before.</summary>
    public bool Cancel(DateTimeOffset now) =>
        !At(now).HasEnded && Interlocked.CompareExchange(ref _canceledTicks, now.UtcTicks, 0) == 0;

    public RenderMoment At(DateTimeOffset now)
    {
        var stop = CanceledAt is { } canceled && !(Deadline < canceled) ? canceled : Deadline;
        if (stop <= now && !(EndsAt <= stop)) return Stopped(stop.Value);
        if (now < StartsAt) return new RenderMoment(RenderPhase.Queued, 0, (StartsAt - now) / QueuedFor, null, null);
        if (AbortsInQueue) return new RenderMoment(RenderPhase.Aborted, 0, 0, null, StartsAt);
        if (EndsAt <= now) return new RenderMoment(Failure is null ? RenderPhase.Succeeded : RenderPhase.Failed, 1, 0, StartsAt, EndsAt);

        var progress = RunsFor is { } runs ? (now - StartsAt) / runs : 0.5;
        var goneBack = Progress == FaultKind.StatusBackwards && progress is > BackwardsFrom and < BackwardsTo;
        return goneBack
            ? new RenderMoment(RenderPhase.Queued, 0, 1, null, null)
            : new RenderMoment(RenderPhase.Running, progress, 0, StartsAt, null);
    }

    private RenderMoment Stopped(DateTimeOffset at) =>
        at >= StartsAt ? new RenderMoment(RenderPhase.Canceled, 1, 0, StartsAt, at)
        : at == Deadline ? new RenderMoment(RenderPhase.Aborted, 0, 0, null, at)
        : new RenderMoment(RenderPhase.Canceled, 0, 0, null, at);
}
