using System.Globalization;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;

namespace SoundFoundry.Simulator.Fal;

/// <summary>What fal says when it refuses.</summary>
internal static class FalErrors
{
    public const string LockReason = "Exhausted balance. Top up your balance at fal.ai/dashboard/billing";

    public static JsonAnswer UnknownKey => Detail(StatusCodes.Status401Unauthorized, "Invalid key credentials");

    public static JsonAnswer Locked => Detail(StatusCodes.Status403Forbidden, $"User is locked. Reason: {LockReason}.");

    public static JsonAnswer UnknownRequest => new(StatusCodes.Status404NotFound, new JsonObject { ["status"] = "NOT_FOUND" });

    public static JsonAnswer NoKey(string app) => Detail(StatusCodes.Status401Unauthorized,
        $"Cannot access application \"{app}\". Authentication is required to access this application.");

    public static JsonAnswer Forbidden(string app) => Detail(StatusCodes.Status403Forbidden,
        $"Cannot access application \"{app}\". You do not have permission to access this application.");

    public static JsonAnswer UnknownApp(string app) => Detail(StatusCodes.Status404NotFound, $"Application \"{app}\" not found");

    public static JsonAnswer UnknownPath(string path) => Detail(StatusCodes.Status404NotFound, $"Path /{path} not found");

    public static JsonAnswer Throttled(double retryAfterS) =>
        Detail(StatusCodes.Status429TooManyRequests, "Too many concurrent requests. Please retry later.")
            .With("X-Fal-Error-Type", "concurrent_requests_limit").With("X-Fal-Needs-Retry", "1")
            .With("Retry-After", Math.Ceiling(retryAfterS).ToString(CultureInfo.InvariantCulture));

    public static JsonAnswer Server(int status) => Detail(status, "Internal Server Error");

    public static JsonAnswer Detail(int status, string text) => new(status, new JsonObject { ["detail"] = text });
}
