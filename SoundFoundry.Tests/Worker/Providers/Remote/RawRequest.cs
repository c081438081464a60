namespace SoundFoundry.Tests.Worker.Providers.Remote;

/// <param name="Target">Path and query, as sent.</param>
internal sealed record RawRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
