using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Audio;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The result of a job: the model's bare output, or the error it ended with.</summary>
internal static class FalResult
{
    private const string DefaultMember = "audio";

    public static JsonAnswer Answer(Render render, RenderMoment moment, Uri origin)
    {
        var answer = !moment.HasEnded ? FalErrors.Detail(StatusCodes.Status400BadRequest, "Request is still in progress")
            : FailureOf(render, moment) is { } failure ? Failed(failure)
            : new JsonAnswer(StatusCodes.Status200OK, Output(render, origin));
        return answer.With("x-fal-request-id", render.Id);
    }

    public static RenderFailure? FailureOf(Render render, RenderMoment moment) => moment.Phase switch
    {
        RenderPhase.Canceled or RenderPhase.Aborted => FalFailures.Canceled,
        RenderPhase.Failed => render.Failure,
        _ => null,
    };

    public static JsonObject Output(Render render, Uri origin)
    {
        var output = new JsonObject();
        if (render.Artifact != FaultKind.ResultMissingAudio)
        {
            var file = AudioFile.Of(render);
            output[render.Model.AudioMember ?? DefaultMember] = new JsonObject
            {
                ["url"] = file.Address(origin), ["content_type"] = file.ContentType, ["file_name"] = file.Name, ["file_size"] = file.Size,
            };
        }

        if (render.Model.Fields.Any(field => field.Name == "seed")) output["seed"] = AudioSeed.Of(render);
        foreach (var echoed in new[] { "tags", "lyrics" })
        {
            if (render.Input[echoed] is { } value) output[echoed] = value.DeepClone();
        }

        return output;
    }

    private static JsonAnswer Failed(RenderFailure failure)
    {
        var isInput = failure.Type is null;
        var answer = new JsonAnswer(failure.Status, failure.Body?.DeepClone())
            .With("X-Fal-Retryable", isInput ? "false" : "true").With("X-Fal-Needs-Retry", isInput ? "0" : "1");
        if (!isInput) answer = answer.With("X-Fal-Error-Type", failure.Type!);
        return ReferenceEquals(failure, FalFailures.StartTimeout) ? answer.With("X-Fal-Request-Timeout-Type", "user") : answer;
    }
}
