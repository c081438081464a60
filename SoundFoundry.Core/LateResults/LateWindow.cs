namespace SoundFoundry.Core.LateResults;

/// <summary>How long after its beginning an attempt may still turn into an offer. Each limit leaves a day for what began before the one
/// above it: a download that takes long, a worker whose round takes long.</summary>
public static class LateWindow
{
    /// <summary>So long its provider is asked.</summary>
    public static readonly TimeSpan Asked = TimeSpan.FromDays(3);

    /// <summary>So long what was found may be offered.</summary>
    public static readonly TimeSpan Offered = Asked + TimeSpan.FromDays(1);

    /// <summary>After this nobody will ever name its audio, if nobody does by then.</summary>
    public static readonly TimeSpan Closed = Offered + TimeSpan.FromDays(1);
}
