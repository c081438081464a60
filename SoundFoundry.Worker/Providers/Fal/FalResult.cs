using System.Text.Json;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Providers.Fal;

/// <summary>What the result of a completed request means: fal answers with the job's own HTTP status.</summary>
internal static class FalResult
{
    /// <param name="status">What the status said, which may carry an error of its own.</param>
    public static RemoteState Of(RemoteAnswer result, JsonElement status, MusicModel model, DateTimeOffset now)
    {
        var error = status.Text("error") ?? status.Text("error_type");
        if (result.IsSuccess && FalAudio.In(result.Body) is { } audio) return new RemoteState.Finished(audio);
        if (result.IsSuccess && result.Body.ValueKind == JsonValueKind.Undefined) return result.Unclear();
        if (IsGateway(result)) return result.Unclear();
        if (result.Status == 400 && VendorWords.Of(result.Body)?.Contains("still in progress", StringComparison.OrdinalIgnoreCase) == true)
            return new RemoteState.Running(null);
        if (result.Status is (>= 401 and <= 404) or 410) return new RemoteState.Denied(FalFaults.Denied(result, now));
        if (error is not null && (result.IsSuccess || VendorWords.Of(result.Body) is null))
            return new RemoteState.Failed(FalFaults.Ended(status.Text("error_type"), error));
        return new RemoteState.Failed(result.IsSuccess
            ? new Failure(FailureClass.Artifact, "no_audio", $"The result of {model.Endpoint} has no audio in it.")
            : FalFaults.Ended(result, model, now));
    }

    /// <summary>Whether somebody between us and fal answered: what became of the job is still to be asked.</summary>
    private static bool IsGateway(RemoteAnswer result) =>
        result.Status is (>= 300 and < 400) or 408 or 425 or 429
        || (result.Status >= 500 && result.Header("x-fal-request-id") is null && VendorWords.Of(result.Body) is null);
}
