using SoundFoundry.Core.Messages;

namespace SoundFoundry.Worker.Dispatch;

/// <summary>A job chosen to go on its stream next.</summary>
internal sealed record Dispatch(long JobId, string? TraceParent)
{
    public RenderMessage ToMessage() => new(JobId, TraceParent);
}
