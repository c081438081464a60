using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Renders;

/// <summary>How the work on a claimed job ended.</summary>
internal abstract record RenderOutcome
{
    private RenderOutcome()
    {
    }

    /// <summary>The audio is stored, and the row says so.</summary>
    public sealed record Done(string Provider) : RenderOutcome;

    public sealed record Failed(Failure Failure, string? Provider) : RenderOutcome;

    /// <summary>Nobody can render it for the moment; it is to be tried again later.</summary>
    public sealed record PutOff(TimeSpan Wait, Failure Why, string? Provider) : RenderOutcome;

    public sealed record Canceled : RenderOutcome;

    /// <summary>The process stops; the job is to go on elsewhere.</summary>
    public sealed record Interrupted : RenderOutcome;

    /// <summary>The claim is no longer good; nothing may be written.</summary>
    public sealed record Lost : RenderOutcome;
}
