using SoundFoundry.Simulator.Answers;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The header <c>Authorization: Key {id}:{secret}</c>. A key that begins with <c>invalid</c> is one fal does not know.</summary>
internal static class FalKey
{
    private const string Scheme = "Key ";

    public static string? Given(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.Ordinal)
            ? header[Scheme.Length..]
            : null;

    /// <summary>Refuses a request that shows no key, or one nobody knows.</summary>
    public static JsonAnswer? Check(HttpRequest request, string app) =>
        IsUnknown(request) ? FalErrors.UnknownKey : Given(request) is null ? FalErrors.NoKey(app) : null;

    /// <summary>A key was shown and it is none.</summary>
    public static bool IsUnknown(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 && !(Given(request) is { } key && IsKnown(key));

    private static bool IsKnown(string key) =>
        key.Split(':') is [{ Length: > 0 }, { Length: > 0 }] && !key.StartsWith("invalid", StringComparison.Ordinal);
}
