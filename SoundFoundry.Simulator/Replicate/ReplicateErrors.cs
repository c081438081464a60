using System.Globalization;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>What Replicate says when it refuses.</summary>
internal static class ReplicateErrors
{
    private const string Problem = "application/problem+json";

    public static JsonAnswer Unauthenticated =>
        Titled(StatusCodes.Status401Unauthorized, "Unauthenticated", "You did not pass a valid authentication token")
            with { ContentType = Problem };

    public static JsonAnswer NoCredit => Titled(StatusCodes.Status402PaymentRequired, "Insufficient credit",
        "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit. "
        + "Once you purchase credit, please wait a few minutes before trying again.");

    public static JsonAnswer NotFound =>
        new(StatusCodes.Status404NotFound, new JsonObject { ["detail"] = "The requested resource could not be found.", ["status"] = 404 })
        { ContentType = Problem };

    public static JsonAnswer UnknownVersion => Titled(StatusCodes.Status422UnprocessableEntity, "Invalid version or not permitted",
        "The specified version does not exist (or perhaps you don't have permission to use it?)");

    public static JsonAnswer Throttled(double retryAfterS) =>
        Limited($"Request was throttled. Your rate limit resets in ~{Whole(retryAfterS)}s.", retryAfterS);

    public static JsonAnswer LowCredit(double retryAfterS) => Limited(
        "Request was throttled. Your rate limit for creating predictions is reduced to 6 requests per minute with a burst of 1 requests "
        + $"while you have less than $5.0 in credit. Your rate limit resets in ~{Whole(retryAfterS)}s.", retryAfterS);

    public static JsonAnswer Server(int status) =>
        new(status, new JsonObject { ["detail"] = "Internal server error", ["status"] = status });

    public static JsonAnswer InvalidFields(params IReadOnlyCollection<(string Type, string Field, string Description)> fields)
    {
        var answer = Titled(StatusCodes.Status422UnprocessableEntity, "Input validation failed",
            string.Concat(fields.Select(field => $"- {field.Field}: {field.Description}\n")));
        answer.Body!["invalid_fields"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject
        {
            ["type"] = field.Type, ["field"] = field.Field, ["description"] = field.Description,
        })]);
        return answer;
    }

    public static JsonAnswer Titled(int status, string title, string detail) =>
        new(status, new JsonObject { ["title"] = title, ["detail"] = detail, ["status"] = status });

    private static JsonAnswer Limited(string detail, double retryAfterS) =>
        new JsonAnswer(StatusCodes.Status429TooManyRequests,
            new JsonObject { ["detail"] = detail, ["status"] = 429, ["retry_after"] = Whole(retryAfterS) })
            .With("Retry-After", Whole(retryAfterS).ToString(CultureInfo.InvariantCulture));

    private static int Whole(double seconds) => (int)Math.Ceiling(seconds);
}
