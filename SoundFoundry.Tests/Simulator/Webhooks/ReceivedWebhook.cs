using System.Text.Json;

namespace SoundFoundry.Tests.Simulator.Webhooks;

internal sealed record ReceivedWebhook(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}
