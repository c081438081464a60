using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;

namespace SoundFoundry.Simulator.Fal;

/// <summary>fal's platform API, as far as it tells whether a model is still there.</summary>
internal static class FalPlatform
{
    public static JsonAnswer Models(string endpoint) =>
        FalModels.Find(endpoint) is { } model
            ? new JsonAnswer(StatusCodes.Status200OK, new JsonObject
            {
                ["models"] = new JsonArray(new JsonObject
                {
                    ["endpoint_id"] = model.Id,
                    ["metadata"] = new JsonObject { ["display_name"] = model.Id, ["category"] = "text-to-audio", ["status"] = "active" },
                }),
                ["next_cursor"] = null,
                ["has_more"] = false,
            })
            : new JsonAnswer(StatusCodes.Status404NotFound, new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["type"] = "not_found", ["message"] = $"Endpoint id {endpoint} not found",
                    ["docs_url"] = "https://docs.fal.ai/platform-apis", ["request_id"] = Guid.NewGuid().ToString(),
                },
            });
}
