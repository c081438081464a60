using SoundFoundry.Simulator.Answers;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>The header <c>Authorization: Bearer {token}</c>, or <c>Token</c> as older clients write it.
/// A token that begins with <c>invalid</c> is one Replicate does not know.</summary>
internal static class ReplicateToken
{
    public static string? Given(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is ["Bearer" or "Token", { Length: > 0 } token] ? token : null;

    public static JsonAnswer? Check(HttpRequest request) =>
        Given(request) is { } token && !token.StartsWith("invalid", StringComparison.Ordinal) ? null : ReplicateErrors.Unauthenticated;
}
