using System.Net.Http.Headers;
using System.Text;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>One attempt as it goes over the wire. Id and body are those of every other attempt; the timestamp and so the signature are
/// its own.</summary>
internal static class WebhookMessage
{
    public static HttpRequestMessage Request(DueDelivery due, DateTimeOffset now)
    {
        var id = $"msg_{due.MessageId:N}";
        var timestamp = now.ToUnixTimeSeconds();
        var body = Encoding.UTF8.GetBytes(Body(due));
        string[] secrets = due.PreviousSecret is { } previous ? [due.Secret, previous] : [due.Secret];
        var request = new HttpRequestMessage(HttpMethod.Post, due.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, $"{timestamp}");
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secrets, id, timestamp, body));
        return request;
    }

    private static string Body(DueDelivery due) =>
        $$"""{"type":"{{due.Event}}","timestamp":"{{due.CreatedAt.UtcDateTime:O}}","data":{{due.Data}}}""";
}
