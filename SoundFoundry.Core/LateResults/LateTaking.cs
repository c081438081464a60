namespace SoundFoundry.Core.LateResults;

/// <summary>What came of a user's decision about a late result.</summary>
public abstract record LateTaking
{
    private LateTaking()
    {
    }

    /// <summary>It is the track's audio.</summary>
    /// <param name="IsNew">False if it was before.</param>
    public sealed record Taken(bool IsNew) : LateTaking;

    public sealed record Declined : LateTaking;

    public sealed record NotFound : LateTaking;

    /// <summary>The track is being made again; that must end first.</summary>
    public sealed record StillMaking : LateTaking;

    public sealed record NotEnoughCredits(int Needed, long Available) : LateTaking;
}
