using System.Text.Json;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Fal;

/// <summary>Asks fal who we are, which also tells of a locked account; where that is not for our kind of key, about a request
/// that never was.</summary>
internal sealed class FalProbe(RemoteCalls calls, ProviderHosts hosts, ProviderKey key, TimeProvider time)
{
    private const string NoRequest = "fal-ai/stable-audio-25/requests/00000000-0000-0000-0000-000000000000/status";

    public async Task<Failure?> AskAsync(CancellationToken cancellationToken)
    {
        var user = await GetAsync(ProviderHosts.At(hosts.FalRest, "users/current"), cancellationToken);
        if (user is CallOutcome.Answered { Answer: { IsSuccess: true, Body.ValueKind: JsonValueKind.Object } account })
            return account.Body.Member("is_locked").ValueKind == JsonValueKind.True ? FalFaults.Locked(account.Body.Text("lock_reason")) : null;

        var queue = await GetAsync(ProviderHosts.At(hosts.Fal, NoRequest), cancellationToken);
        return queue switch
        {
            CallOutcome.Answered { Answer: var answer } when FalFaults.IsAboutTheAccount(answer) => FalFaults.Denied(answer, time.GetUtcNow()),
            CallOutcome.Answered { Answer: { Status: 404 } or { IsSuccess: true } } => null,
            CallOutcome.Answered { Answer: var answer } => answer.Unhealthy("fal"),
            _ => queue.Unreachable("fal"),
        };
    }

    private Task<CallOutcome> GetAsync(Uri url, CancellationToken cancellationToken) => calls.AskAsync(HttpMethod.Get, url, key, cancellationToken);
}
