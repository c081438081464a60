using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Answers;

internal static class JsonBody
{
    /// <summary>The request's JSON object; an empty one for no body; null when it is anything else.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0) return [];
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
