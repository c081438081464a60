namespace SoundFoundry.Core.Renditions;

/// <summary>What was asked for, and how it stands since.</summary>
/// <param name="Fence">The row's when it was asked for; what is begun later is begun under a higher one.</param>
/// <param name="Stamp">Of the track when it was asked for.</param>
public sealed record RenditionOrder(Rendition Standing, long Fence, string Stamp)
{
    public bool IsPending => Standing.State == RenditionState.Pending;

    /// <summary>Whether it ended with what was asked for, or with what the track became since.</summary>
    public bool IsAnswered => Standing.State is RenditionState.Made or RenditionState.Failed && (Standing.Stamp == Stamp || Standing.Fence > Fence);
}
