using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Webhooks;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>A letter for each event of a prediction: start and completed always when asked for, logs at most twice a second.</summary>
internal sealed class ReplicateWebhooks(SvixSignature signature, SimulatedClock clock) : IWebhookAuthor
{
    private const double LogsPerSecond = 2;

    public Provider Provider => Provider.Replicate;

    public IEnumerable<WebhookLetter> Due(Render render, RenderMoment? before, RenderMoment now) =>
        Events(render, before, now).Where(name => render.WebhookEvents.Count == 0 || render.WebhookEvents.Contains(name))
            .Select(name => Letter(render, now, name));

    public IEnumerable<KeyValuePair<string, string>> Sign(WebhookLetter letter, DateTimeOffset sentAt)
    {
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            new("webhook-id", letter.Id),
            new("webhook-timestamp", timestamp),
            new("webhook-signature", signature.Of(letter.Id, timestamp, letter.Body)),
        ];
    }

    private static IEnumerable<string> Events(Render render, RenderMoment? before, RenderMoment now)
    {
        if (before is null) yield return "start";
        if (now.Phase == RenderPhase.Running && Slot(render, before) != Slot(render, now)) yield return "logs";
        if (now.Phase == RenderPhase.Succeeded) yield return "output";
        if (now.HasEnded) yield return "completed";
    }

    private static int Slot(Render render, RenderMoment? moment) =>
        moment is null ? 0 : (int)(moment.Progress * (render.RunsFor?.TotalSeconds ?? 0) * LogsPerSecond);

    private WebhookLetter Letter(Render render, RenderMoment now, string name)
    {
        JsonObject body = Prediction.Body(render, now, clock.Now, render.Origin);
        if (name == "output") body["status"] = Prediction.Processing;
        return new WebhookLetter($"msg_{PredictionIds.Next()}", Encoding.UTF8.GetBytes(body.ToJsonString()));
    }
}
