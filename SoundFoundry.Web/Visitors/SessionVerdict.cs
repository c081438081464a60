namespace SoundFoundry.Web.Visitors;

/// <summary>What Api says of a session.</summary>
internal abstract record SessionVerdict
{
    private SessionVerdict()
    {
    }

    public sealed record Known(Me Me) : SessionVerdict;

    /// <summary>It has ended, or never was.</summary>
    public sealed record Unknown : SessionVerdict;

    /// <summary>Api does not say, because it was asked too often from where the visitor is.</summary>
    public sealed record Refused : SessionVerdict;

    /// <summary>Api did not answer: nobody can tell at the moment.</summary>
    public sealed record Unavailable : SessionVerdict;
}
