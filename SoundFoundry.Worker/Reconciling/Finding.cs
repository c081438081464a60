using SoundFoundry.Core.Models;

namespace SoundFoundry.Worker.Reconciling;

/// <summary>What was found out about an attempt that nobody waits for.</summary>
internal abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>Nothing yet; it is asked about again.</summary>
    public sealed record Open : Finding;

    /// <summary>It is written down.</summary>
    /// <param name="Words">For the operator.</param>
    public sealed record Settled(string Words) : Finding;

    /// <summary>The provider finished it after all, and its job ended without it.</summary>
    public sealed record Finished(MusicModel Model, Uri Audio) : Finding;
}
