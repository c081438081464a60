using System.Text.Json;

namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <param name="Body">Undefined if it was no JSON, too long, or broke off.</param>
internal sealed record RemoteAnswer(int Status, JsonElement Body, IReadOnlyDictionary<string, string>? Headers = null)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether it says no for good: asked the same way again it will say the same.</summary>
    public bool IsDenial => Status is >= 400 and < 500 and not (408 or 425 or 429);

    public string? Header(string name) => Headers?.GetValueOrDefault(name);
}
