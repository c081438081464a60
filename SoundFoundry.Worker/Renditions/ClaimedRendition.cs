using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Worker.Renditions;

/// <summary>What this worker makes now.</summary>
/// <param name="Fence">What is written under an earlier one changes nothing.</param>
internal sealed record ClaimedRendition(long Id, long JobId, string KindWord, long Fence, int Attempts, string? TraceParent)
{
    public RenditionKind Kind => Enum.Parse<RenditionKind>(KindWord, ignoreCase: true);
}
