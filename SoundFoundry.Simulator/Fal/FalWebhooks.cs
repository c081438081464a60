using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Webhooks;

namespace SoundFoundry.Simulator.Fal;

/// <summary>One letter for a job, when it has ended; signed with Ed25519 over id, user, time and the body's digest.</summary>
internal sealed class FalWebhooks(FalSigningKey key) : IWebhookAuthor
{
    public Provider Provider => Provider.Fal;

    public IEnumerable<WebhookLetter> Due(Render render, RenderMoment? before, RenderMoment now)
    {
        if (now.HasEnded) yield return new WebhookLetter(render.Id, Encoding.UTF8.GetBytes(Body(render, now).ToJsonString()));
    }

    public IEnumerable<KeyValuePair<string, string>> Sign(WebhookLetter letter, DateTimeOffset sentAt)
    {
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var message = string.Join('\n', letter.Id, FalSigningKey.UserId, timestamp, Convert.ToHexStringLower(SHA256.HashData(letter.Body)));
        return
        [
            new("X-Fal-Webhook-Request-Id", letter.Id),
            new("X-Fal-Webhook-User-Id", FalSigningKey.UserId),
            new("X-Fal-Webhook-Timestamp", timestamp),
            new("X-Fal-Webhook-Signature", key.Sign(Encoding.UTF8.GetBytes(message))),
        ];
    }

    private static JsonObject Body(Render render, RenderMoment now)
    {
        var body = new JsonObject { ["request_id"] = render.Id, ["gateway_request_id"] = render.Id };
        if (FalResult.FailureOf(render, now) is { } failure)
        {
            body["status"] = "ERROR";
            body["error"] = failure.Type is null ? $"Invalid status code: {failure.Status}" : failure.Error;
            body["payload"] = failure.Body?.DeepClone();
            return body;
        }

        body["status"] = "OK";
        body["payload"] = FalResult.Output(render, render.Origin);
        return body;
    }
}
