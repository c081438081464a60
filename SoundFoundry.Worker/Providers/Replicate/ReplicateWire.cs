using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Providers.Replicate;

/// <summary>Replicate's predictions over HTTP.</summary>
internal sealed class ReplicateWire(
    RemoteCalls calls, ProviderHosts hosts, IOptions<ProviderOptions> options, IOptions<RemoteOptions> remote, TimeProvider time) : IProviderWire
{
    /// <summary>A prediction must not run on, and cost, when we are gone; while we are there our own patience ends before.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly KeyValuePair<string, string>[] _submitHeaders = [new("Cancel-After", $"{(remote.Value.RenderTimeout + Grace).TotalSeconds:0}s")];

    private readonly ProviderKey _key = new("Bearer", options.Value.ReplicateToken, hosts.Replicate);

    public string Name => ProviderOptions.Replicate;

    public async Task<SubmitAnswer> SubmitAsync(MusicModel model, JsonObject input, Uri? callback, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["input"] = input.DeepClone() };
        if (model.Version is not null) body["version"] = model.Version;
        if (callback is not null)
        {
            body["webhook"] = callback.AbsoluteUri;
            body["webhook_events_filter"] = new JsonArray("completed");
        }

        // Only official models run by their name; the others by a version.
        var path = model.Version is null ? $"models/{model.Endpoint}/predictions" : "predictions";
        var outcome = await calls.SubmitAsync(ProviderHosts.At(hosts.Replicate, path), body, _submitHeaders, _key, cancellationToken);
        return SubmitAnswers.Of(
            outcome,
            answer => PredictionHandle.Of(answer.Body, hosts.Replicate, _key),
            answer => ReplicateFaults.Refused(answer, model, time.GetUtcNow()));
    }

    public RemoteHandle HandleOf(MusicModel model, string requestId) => PredictionHandle.Built(hosts.Replicate, requestId);

    public async Task<RemoteState> AskAsync(MusicModel model, RemoteHandle handle, CancellationToken cancellationToken)
    {
        var outcome = await GetAsync(handle.StatusUrl, cancellationToken);
        if (outcome is not CallOutcome.Answered { Answer: var answer }) return outcome.Unclear();
        if (answer.IsDenial) return new RemoteState.Denied(ReplicateFaults.Denied(answer, time.GetUtcNow()));
        return answer.IsSuccess && answer.Body.Text("status") is not null ? PredictionState.Of(answer.Body) : answer.Unclear();
    }

    public async Task<bool> CancelAsync(RemoteHandle handle, CancellationToken cancellationToken) =>
        await calls.AskAsync(HttpMethod.Post, handle.CancelUrl, _key, cancellationToken) is CallOutcome.Answered { Answer: { IsSuccess: true } answer }
        && answer.Body.Text("status") is not ("succeeded" or "failed");

    public Task<SearchAnswer> FindAsync(LostSubmit lost, CancellationToken cancellationToken) =>
        new PredictionSearch(calls, hosts, _key, time).FindAsync(lost, cancellationToken);

    public async Task<Failure?> ProbeAsync(CancellationToken cancellationToken) =>
        await GetAsync(ProviderHosts.At(hosts.Replicate, "account"), cancellationToken) switch
        {
            CallOutcome.Answered { Answer: { IsSuccess: true, Body.ValueKind: JsonValueKind.Object } } => null,
            CallOutcome.Answered { Answer: { Status: 401 or 402 or 403 } answer } => ReplicateFaults.Denied(answer, time.GetUtcNow()),
            CallOutcome.Answered { Answer: var answer } => answer.Unhealthy("Replicate"),
            var silence => silence.Unreachable("Replicate"),
        };

    private Task<CallOutcome> GetAsync(Uri url, CancellationToken cancellationToken) => calls.AskAsync(HttpMethod.Get, url, _key, cancellationToken);
}
