namespace SoundFoundry.Api.Renditions;

/// <summary>How a rendition that was asked for stands.</summary>
internal abstract record RenditionAnswer
{
    private RenditionAnswer()
    {
    }

    public sealed record Made(string Key) : RenditionAnswer;

    /// <summary>Not made in the time that is waited; it is made all the same.</summary>
    public sealed record Pending : RenditionAnswer;

    /// <summary>As many of this user's wait as may.</summary>
    public sealed record TooMany : RenditionAnswer;

    public sealed record Failed(string Code, string Reason) : RenditionAnswer;
}
