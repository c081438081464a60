using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace SoundFoundry.ServiceDefaults;

/// <summary>When a call to another service is sent again, and when it is not sent at all.</summary>
internal static class Resilience
{
    /// <remarks>429 is a well service's answer to one caller who asks too much. Taken for a failure, that caller would open the circuit for
    /// everybody, and would be helped to ask more.</remarks>
    public static void AddResilience(this IHttpClientBuilder http) =>
        http.AddStandardResilienceHandler(resilience =>
        {
            var (retry, circuit) = (resilience.Retry.ShouldHandle, resilience.CircuitBreaker.ShouldHandle);
            resilience.Retry.ShouldHandle = async args => !IsTooMany(args.Outcome.Result) && await retry(args);
            resilience.CircuitBreaker.ShouldHandle = async args => !IsTooMany(args.Outcome.Result) && await circuit(args);

            // A POST may pay for a render or create a track: only safe methods are ever sent again.
            resilience.Retry.DisableForUnsafeHttpMethods();
        }).SelectPipelineByAuthority(); // one service that fails says nothing of the others

    private static bool IsTooMany(HttpResponseMessage? response) => response?.StatusCode == HttpStatusCode.TooManyRequests;
}
