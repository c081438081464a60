using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers;

internal abstract record ProviderResult
{
    private ProviderResult()
    {
    }

    /// <summary>There is a file; whether it is good audio is for the inspection to say.</summary>
    public sealed record Rendered : ProviderResult;

    public sealed record Failed(Failure Failure) : ProviderResult;

    /// <summary>The claim ended before anything was sent.</summary>
    public sealed record Lost : ProviderResult;
}
