using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Where an attempt stands after its submit.</summary>
internal abstract record Submitted
{
    private Submitted()
    {
    }

    public sealed record Taken(RemoteHandle Handle) : Submitted;

    /// <summary>Nobody knows; it must be looked for.</summary>
    public sealed record Unknown : Submitted;

    /// <summary>The provider is not working on it.</summary>
    public sealed record Declined(ProviderResult Result) : Submitted;
}
