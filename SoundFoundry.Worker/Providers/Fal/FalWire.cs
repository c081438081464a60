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

namespace SoundFoundry.Worker.Providers.Fal;

/// <summary>fal.ai's queue over HTTP.</summary>
internal sealed class FalWire(
    RemoteCalls calls, ProviderHosts hosts, IOptions<ProviderOptions> options, IOptions<RemoteOptions> remote, TimeProvider time) : IProviderWire
{
    /// <summary>What fal makes and what it was told need not outlive our own copy of it; results it still keeps for an hour.
    /// A request that could not start for as long as we wait must not start, and cost, after we left.
    /// fal's own retries stay on: they re-queue one request whose runner was lost, unbilled, and since nothing here
    /// ever repeats a submit, the two layers can't multiply.</summary>
    private readonly KeyValuePair<string, string>[] _submitHeaders =
    [
        new("X-Fal-Object-Lifecycle-Preference", """{"expiration_duration_seconds":86400}"""),
        new("X-Fal-Store-IO", "0"),
        new("X-Fal-Request-Timeout", $"{remote.Value.RenderTimeout.TotalSeconds:0}"),
    ];

    private readonly ProviderKey _key = new("Key", options.Value.FalKey, hosts.Fal, hosts.FalRest);

    public string Name => ProviderOptions.Fal;

    public async Task<SubmitAnswer> SubmitAsync(MusicModel model, JsonObject input, Uri? callback, CancellationToken cancellationToken)
    {
        var webhook = callback is null ? "" : $"?fal_webhook={Uri.EscapeDataString(callback.AbsoluteUri)}";
        var outcome = await calls.SubmitAsync(ProviderHosts.At(hosts.Fal, model.Endpoint + webhook), input, _submitHeaders, _key, cancellationToken);
        return SubmitAnswers.Of(
            outcome,
            answer => FalAddresses.Handle(answer.Body, hosts.Fal, model.Endpoint!, _key),
            answer => FalFaults.Refused(answer, model, time.GetUtcNow()));
    }

    public RemoteHandle HandleOf(MusicModel model, string requestId) => FalAddresses.Built(hosts.Fal, model.Endpoint!, requestId);

    public async Task<RemoteState> AskAsync(MusicModel model, RemoteHandle handle, CancellationToken cancellationToken)
    {
        var outcome = await calls.AskAsync(HttpMethod.Get, FalAddresses.WithLogs(handle.StatusUrl), _key, cancellationToken);
        if (outcome is not CallOutcome.Answered { Answer: var status }) return outcome.Unclear();
        if (status.IsDenial) return new RemoteState.Denied(FalFaults.Denied(status, time.GetUtcNow()));
        if (!status.IsSuccess || status.Body.Text("status") is not { } word) return status.Unclear();
        if (word == "IN_QUEUE") return new RemoteState.Queued(status.Body.Whole("queue_position"));
        if (word != "COMPLETED") return new RemoteState.Running(FalProgress.Of(status.Body));

        // Completed says that it ended, not how: that is in the result, which has the job's own status.
        var result = await calls.AskAsync(HttpMethod.Get, handle.ResultUrl, _key, cancellationToken);
        return result is CallOutcome.Answered { Answer: var answer }
            ? FalResult.Of(answer, status.Body, model, time.GetUtcNow())
            : result.Unclear();
    }

    public async Task<bool> CancelAsync(RemoteHandle handle, CancellationToken cancellationToken) =>
        await calls.AskAsync(HttpMethod.Put, handle.CancelUrl, _key, cancellationToken) is CallOutcome.Answered { Answer: { IsSuccess: true } answer }
        && answer.Body.Member("success").ValueKind != JsonValueKind.False;

    /// <summary>fal lists nothing that an ordinary key may read.</summary>
    public Task<SearchAnswer> FindAsync(LostSubmit lost, CancellationToken cancellationToken) =>
        Task.FromResult<SearchAnswer>(new SearchAnswer.CannotTell());

    public Task<Failure?> ProbeAsync(CancellationToken cancellationToken) => new FalProbe(calls, hosts, _key, time).AskAsync(cancellationToken);
}
