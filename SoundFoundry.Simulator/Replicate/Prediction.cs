using System.Globalization;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Audio;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>The prediction object, with the members that only some phases have.</summary>
internal static class Prediction
{
    public const string Starting = "starting";
    public const string Processing = "processing";

    /// <summary>What a prediction made through the API leaves behind is deleted this long after it ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static bool IsRemoved(RenderMoment moment, DateTimeOffset now) => moment.EndedAt + Kept < now;

    public static JsonObject Body(Render render, RenderMoment moment, DateTimeOffset now, Uri origin)
    {
        var removed = IsRemoved(moment, now);
        var body = new JsonObject
        {
            ["id"] = render.Id,
            ["model"] = render.Model.Id,
            ["version"] = render.Model.Version ?? "hidden",
            ["input"] = removed ? new JsonObject() : render.Input.DeepClone(),
            ["logs"] = removed ? "" : PredictionLogs.Of(render, moment),
            ["data_removed"] = removed,
            ["error"] = moment.Phase == RenderPhase.Failed ? render.Failure!.Error : null,
            ["source"] = "api",
            ["status"] = Status(moment.Phase),
            ["created_at"] = Time(render.CreatedAt, render.Id),
        };
        if (moment.StartedAt is { } started) body["started_at"] = Time(started, render.Id);
        if (render.Deadline is { } deadline) body["deadline"] = Time(deadline, render.Id);
        if (moment.EndedAt is { } ended) AddEnding(body, render, moment, ended, origin);
        if (removed) body["output"] = null;
        if (moment.Phase == RenderPhase.Canceled) body["logs"] = null;
        body["urls"] = new JsonObject
        {
            ["cancel"] = $"{new Uri(origin, $"/v1/predictions/{render.Id}/cancel")}",
            ["get"] = $"{new Uri(origin, $"/v1/predictions/{render.Id}")}",
            ["web"] = $"https://replicate.com/p/{render.Id}",
        };
        return body;
    }

    public static JsonNode? Output(Render render, string address) =>
        render.Artifact == FaultKind.ResultMissingAudio ? null
        : render.Model.AudioMember is { } member ? new JsonObject { [member] = address }
        : render.Model.IsList ? new JsonArray(address)
        : JsonValue.Create(address);

    private static void AddEnding(JsonObject body, Render render, RenderMoment moment, DateTimeOffset ended, Uri origin)
    {
        body["completed_at"] = Time(ended, render.Id);
        body["output"] = moment.Phase == RenderPhase.Succeeded ? Output(render, AudioFile.Of(render).Address(origin)) : null;
        var metrics = new JsonObject { ["total_time"] = (ended - render.CreatedAt).TotalSeconds };
        if (moment.StartedAt is { } started) metrics["predict_time"] = (ended - started).TotalSeconds;
        body["metrics"] = metrics;
    }

    private static string Status(RenderPhase phase) => phase switch
    {
        RenderPhase.Queued => Starting,
        RenderPhase.Running => Processing,
        _ => phase.ToString().ToLowerInvariant(),
    };

    // Two to nine fractional digits: the clock behind it counts nanoseconds and leaves out zeros at the end.
    private static string Time(DateTimeOffset at, string id)
    {
        var text = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
        return $"{text}{id[0] % 10}{id[1] % 10}".TrimEnd('0').PadRight("yyyy-MM-ddTHH:mm:ss.ff".Length, '0') + "Z";
    }
}
