using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Fal;
using SoundFoundry.Simulator.Models;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>What costs nothing: account, models, the webhooks' secret.</summary>
internal static class CatalogEndpoints
{
    public static void MapReplicateCatalog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/account", (HttpRequest request) => ReplicateToken.Check(request) ?? Ok(new JsonObject
        {
            ["type"] = "user", ["username"] = "simulated", ["name"] = "Simulated User", ["github_url"] = null, ["avatar_url"] = null,
        }));
        api.MapGet("/models", Models);
        api.MapGet("/models/{owner}/{name}", Model);
        api.MapGet("/webhooks/default/secret", (HttpRequest request, SvixSignature signature) =>
            ReplicateToken.Check(request) ?? Ok(new JsonObject { ["key"] = signature.Secret }));
    }

    // Both vendors have an address of this name; fal's is asked for one endpoint.
    private static JsonAnswer Models(HttpRequest request) =>
        request.Query["endpoint_id"].ToString() is { Length: > 0 } endpoint ? FalPlatform.Models(endpoint)
        : ReplicateToken.Check(request) ?? Ok(new JsonObject
        {
            ["previous"] = null, ["next"] = null,
            ["results"] = new JsonArray([.. ReplicateModels.All.Select(model => (JsonNode)Describe(model))]),
        });

    private static JsonAnswer Model(string owner, string name, HttpRequest request) =>
        ReplicateToken.Check(request)
        ?? (ReplicateModels.Find($"{owner}/{name}") is { } model ? Ok(Describe(model)) : ReplicateErrors.NotFound);

    private static JsonObject Describe(ModelSpec model)
    {
        var (owner, name) = model.Id.Split('/') is [var first, var second] ? (first, second) : ("", model.Id);
        return new JsonObject
        {
            ["url"] = $"https://replicate.com/{model.Id}", ["owner"] = owner, ["name"] = name, ["description"] = "Simulated",
            ["visibility"] = "public", ["github_url"] = null, ["paper_url"] = null, ["license_url"] = null, ["run_count"] = 1,
            ["cover_image_url"] = null, ["default_example"] = null, ["is_official"] = model.Version is null,
            ["latest_version"] = new JsonObject
            {
                ["id"] = model.Version ?? "hidden", ["created_at"] = "2025-09-01T12:00:00.000001Z", ["cog_version"] = "0.16.8",
                ["openapi_schema"] = ReplicateSchema.Of(model),
            },
        };
    }

    private static JsonAnswer Ok(JsonObject body) => new(StatusCodes.Status200OK, body);
}
