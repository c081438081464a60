using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers;

internal abstract record ProviderResult
{
    private ProviderResult()
    {
    }

    /// <param name="Extension">Of the stored file, without the dot.</param>
    /// <param name="CostUsdMicros">What the operator pays, in millionths of a US dollar; null if the provider doesn't say.</param>
    public sealed record Rendered(string Extension, long? CostUsdMicros) : ProviderResult;

    public sealed record Failed(Failure Failure) : ProviderResult;

    /// <summary>The claim ended before anything was sent.</summary>
    public sealed record Lost : ProviderResult;
}
