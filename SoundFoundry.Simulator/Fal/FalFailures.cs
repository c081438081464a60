using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Models;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Fal;

/// <summary>How a fal job fails: its result is an HTTP error of its own.</summary>
internal static class FalFailures
{
    private const string Unusable = "Value error, the text can't be turned into music";
    private const string Flagged = "The content could not be processed because it contained material flagged by a content checker.";

    public static RenderFailure StartTimeout { get; } =
        Infrastructure(StatusCodes.Status504GatewayTimeout, "request_timeout", "Request timed out");

    public static RenderFailure Canceled { get; } =
        Infrastructure(StatusCodes.Status499ClientClosedRequest, "client_cancelled", "Request was cancelled by the client");

    public static RenderFailure? Of(Fault? fault, JsonObject input) => fault?.Kind switch
    {
        FaultKind.RenderFails => Infrastructure(StatusCodes.Status503ServiceUnavailable, "runner_disconnected", "Runner disconnected"),
        FaultKind.ContentPolicy => Input([Entry("content_policy_violation", Flagged, Worded(input), input[Worded(input)])]),
        FaultKind.InvalidInput => Input([Entry("value_error", Unusable, Worded(input), input[Worded(input)])]),
        FaultKind.UnknownField when input.LastOrDefault() is { Key: not null } last =>
            Input([Entry("extra_forbidden", "Extra inputs are not permitted", last.Key, last.Value)]),
        _ => null,
    };

    public static RenderFailure? Of(IReadOnlyList<FieldProblem> problems) =>
        problems.Count == 0 ? null : Input([.. problems.Select(problem => (JsonNode)FalFieldErrors.Entry(problem))]);

    public static JsonObject Entry(string type, string message, string field, JsonNode? value, JsonObject? context = null)
    {
        var entry = new JsonObject
        {
            ["loc"] = new JsonArray("body", field), ["msg"] = message, ["type"] = type, ["url"] = $"https://docs.fal.ai/errors/#{type}",
        };
        if (context is not null) entry["ctx"] = context;
        entry["input"] = value?.DeepClone();
        return entry;
    }

    private static RenderFailure Input(JsonNode[] entries) =>
        new("Invalid status code: 422", StatusCodes.Status422UnprocessableEntity, new JsonObject { ["detail"] = new JsonArray(entries) });

    private static RenderFailure Infrastructure(int status, string type, string text) =>
        new(text, status, new JsonObject { ["detail"] = text, ["error_type"] = type }, type);

    // The field that holds the words the user wrote.
    private static string Worded(JsonObject input) => input.ContainsKey("tags") ? "tags" : "prompt";
}
