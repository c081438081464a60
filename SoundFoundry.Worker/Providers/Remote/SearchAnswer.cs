using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>What a search for a lost submit showed.</summary>
internal abstract record SearchAnswer
{
    private SearchAnswer()
    {
    }

    public sealed record Found(RemoteHandle Handle) : SearchAnswer;

    /// <summary>The provider's own list, complete for the time in question, does not have it.</summary>
    public sealed record NotThere : SearchAnswer;

    /// <summary>The provider can't be asked such a thing, or did not answer.</summary>
    public sealed record CannotTell : SearchAnswer;
}
