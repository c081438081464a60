namespace SoundFoundry.Core.Renditions;

public enum RenditionState
{
    /// <summary>To be made, or being made; what was made before it is still there.</summary>
    Pending,

    /// <summary>Its object is stored.</summary>
    Made,

    /// <summary>Given up; the reason says why.</summary>
    Failed,

    /// <summary>Nobody asked for it for long, or its track was deleted; it names no object.</summary>
    Dropped,
}
