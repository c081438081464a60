namespace SoundFoundry.Worker.Providers;

internal abstract record ProviderResult
{
    private ProviderResult()
    {
    }

    /// <param name="Extension">Of the stored file, without the dot.</param>
    /// <param name="CostUsdMicros">What the operator pays, in millionths of a US dollar.</param>
    public sealed record Rendered(string Extension, long CostUsdMicros) : ProviderResult;

    /// <param name="Code">Stable, for programs: an HTTP status or a word.</param>
    /// <param name="Reason">For people.</param>
    /// <param name="MayFallBack">False when no provider should be tried with this request.</param>
    public sealed record Failed(string Code, string Reason, bool MayFallBack) : ProviderResult;
}
