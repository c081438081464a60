using System.Text.Json;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Replicate;

internal static class PredictionHandle
{
    /// <summary>Where a prediction says it can be asked about; what it leaves out, or wants to send our key to, is built from its id.</summary>
    public static RemoteHandle? Of(JsonElement prediction, Uri host, ProviderKey key)
    {
        if (RequestId.Of(prediction.Text("id")) is not { } id) return null;
        var urls = prediction.Member("urls");
        var built = Built(host, id);
        var get = Given("get") ?? built.StatusUrl;
        return new RemoteHandle(id, get, get, Given("cancel") ?? built.CancelUrl);

        Uri? Given(string name) => urls.Member(name).Address() is { } url && key.MayGoTo(url) ? url : null;
    }

    public static RemoteHandle Built(Uri host, string id)
    {
        var get = ProviderHosts.At(host, $"predictions/{Uri.EscapeDataString(id)}");
        return new RemoteHandle(id, get, get, new Uri($"{get.AbsoluteUri}/cancel"));
    }
}
