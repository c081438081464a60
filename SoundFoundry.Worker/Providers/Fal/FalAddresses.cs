using System.Text.Json;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Fal;

/// <summary>Where fal can be asked about a request it took.</summary>
internal static class FalAddresses
{
    /// <summary>As fal's answer to a submit says; what it leaves out, or wants to send our key to, is built from the endpoint.</summary>
    public static RemoteHandle? Handle(JsonElement answer, Uri host, string endpoint, ProviderKey key)
    {
        if (RequestId.Of(answer.Text("request_id")) is not { } id) return null;
        var built = Built(host, endpoint, id);
        return new RemoteHandle(
            id, Given("status_url") ?? built.StatusUrl, Given("response_url") ?? built.ResultUrl, Given("cancel_url") ?? built.CancelUrl);

        Uri? Given(string name) => answer.Member(name).Address() is { } url && key.MayGoTo(url) ? url : null;
    }

    public static RemoteHandle Built(Uri host, string endpoint, string id)
    {
        var request = $"{App(endpoint)}/requests/{Uri.EscapeDataString(id)}";
        return new RemoteHandle(
            id, ProviderHosts.At(host, $"{request}/status"), ProviderHosts.At(host, request), ProviderHosts.At(host, $"{request}/cancel"));
    }

    public static Uri WithLogs(Uri status) => new UriBuilder(status) { Query = $"{status.Query}{(status.Query.Length > 0 ? "&" : "?")}logs=1" }.Uri;

    /// <summary>The part of an endpoint that requests are filed under: not its sub-path.</summary>
    public static string App(string endpoint)
    {
        var parts = endpoint.Trim('/').Split('/');
        return string.Join('/', parts.Take(parts[0] is "workflows" or "comfy" ? 3 : 2));
    }
}
