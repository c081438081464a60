using System.Globalization;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The status object of the queue: three words, and no word for failure.</summary>
internal static class FalStatus
{
    private const int PlacesInQueue = 4;
    private const int Steps = 8;

    public static JsonObject Body(Render render, RenderMoment moment, Uri origin, bool withLogs)
    {
        var body = new JsonObject { ["status"] = Word(moment), ["request_id"] = render.Id };
        AddAddresses(body, render, origin);
        if (moment.Phase == RenderPhase.Queued)
        {
            body["queue_position"] = (int)(moment.Wait * PlacesInQueue);
            return body;
        }

        body["logs"] = withLogs ? Logs(render, moment) : null;
        if (moment.HasEnded) AddEnding(body, render, moment);
        return body;
    }

    public static JsonObject Submitted(Render render, RenderMoment moment, Uri origin)
    {
        var body = Body(render, moment, origin, withLogs: false);
        body["status"] = "IN_QUEUE";
        body["queue_position"] ??= 0;
        body["logs"] = null;
        body["metrics"] = new JsonObject();
        return body;
    }

    private static string Word(RenderMoment moment) => moment.Phase switch
    {
        RenderPhase.Queued => "IN_QUEUE",
        RenderPhase.Running => "IN_PROGRESS",
        _ => "COMPLETED",
    };

    // The path of a model within its app is not part of its requests' addresses.
    private static void AddAddresses(JsonObject body, Render render, Uri origin)
    {
        var app = string.Join('/', render.Model.Id.Split('/').Take(2));
        var address = new Uri(origin, $"/{app}/requests/{render.Id}");
        body["response_url"] = $"{address}";
        body["status_url"] = $"{address}/status";
        body["cancel_url"] = $"{address}/cancel";
    }

    private static void AddEnding(JsonObject body, Render render, RenderMoment moment)
    {
        var failure = FalResult.FailureOf(render, moment);
        body["metrics"] = failure is null
            ? new JsonObject { ["inference_time"] = (moment.EndedAt - moment.StartedAt)?.TotalSeconds }
            : new JsonObject();
        if (failure?.Type is not { } type) return;
        body["error"] = failure.Error;
        body["error_type"] = type;
    }

    /// <summary>Everything said so far.</summary>
    public static JsonArray Logs(Render render, RenderMoment moment)
    {
        var done = (int)(moment.Progress * Steps);
        return new JsonArray([.. Enumerable.Range(0, done + 1).Select(step => (JsonNode)Log(render, moment, step))]);
    }

    private static JsonObject Log(Render render, RenderMoment moment, int step) => new()
    {
        ["message"] = $"{100 * step / Steps,3}%|{new string('█', step)}{new string(' ', Steps - step)}| {step}/{Steps}",
        ["level"] = "INFO",
        ["source"] = "USER",
        ["timestamp"] = ((moment.StartedAt ?? render.CreatedAt) + (render.RunsFor ?? TimeSpan.Zero) * step / Steps)
            .UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
    };
}
