using System.Text.Json;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Providers.Replicate;

/// <summary>How a prediction stands. Output counts before the status does: a prediction may have it and still say "processing".</summary>
internal static class PredictionState
{
    public static RemoteState Of(JsonElement prediction)
    {
        var status = prediction.Text("status");
        if (status is "failed") return Failed(ReplicateFaults.Ended(prediction.Text("error") ?? prediction.Member("error").Text("message")));
        if (status is "canceled" or "aborted") return Failed(new Failure(FailureClass.Provider, status, $"Replicate {status} the prediction"));
        if (Audio(prediction.Member("output")) is { } audio) return new RemoteState.Finished(audio);
        if (prediction.Member("data_removed").ValueKind == JsonValueKind.True)
            return Failed(new Failure(FailureClass.Provider, "output_gone", "Replicate does not keep the output any more"));
        if (status is "succeeded") return Failed(new Failure(FailureClass.Artifact, "no_audio", "The prediction's output has no audio in it"));
        return status is "starting" ? new RemoteState.Queued(null) : new RemoteState.Running(PredictionProgress.Of(prediction.Text("logs")));
    }

    private static Uri? Audio(JsonElement output) => output.ValueKind switch
    {
        JsonValueKind.Object => output.Member("audio").Address()
            ?? output.EnumerateObject().Select(member => member.Value.Address()).FirstOrDefault(url => url is not null),
        JsonValueKind.Array => output.Items().Select(Audio).FirstOrDefault(url => url is not null),
        _ => output.Address(),
    };

    private static RemoteState.Failed Failed(Failure failure) => new(failure);
}
