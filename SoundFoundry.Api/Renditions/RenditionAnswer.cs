namespace SoundFoundry.Api.Renditions;

/// <summary>How a rendition that was asked for stands.</summary>
internal abstract record RenditionAnswer
{
    private RenditionAnswer()
    {
    }

    public sealed record Made(string Key) : RenditionAnswer;

    /// <summary>Not made in the time that is waited, or as many of this user's requests wait as may; it is made all the same.</summary>
    public sealed record Pending : RenditionAnswer;

    /// <summary>As many are ordered for this user as may be; this one is not.</summary>
    public sealed record TooMany : RenditionAnswer;

    /// <summary>The track was deleted meanwhile.</summary>
    public sealed record Withdrawn : RenditionAnswer;

    public sealed record Failed(string Code, string Reason) : RenditionAnswer;
}
