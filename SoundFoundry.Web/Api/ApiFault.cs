using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SoundFoundry.Web.Api;

/// <summary>How a call shows that Api is away, or breaks off, or that something else answers in its place.</summary>
internal static class ApiFault
{
    public static bool Is(Exception exception) =>
        exception is HttpRequestException or IOException or JsonException or TimeoutRejectedException or BrokenCircuitException;
}
