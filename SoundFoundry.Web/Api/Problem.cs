namespace SoundFoundry.Web.Api;

/// <summary>Why Api said no, in its own words.</summary>
/// <param name="Errors">By the request's field names, in snake_case.</param>
internal sealed record Problem(string? Title, string? Detail, string? Code, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public static readonly Problem Unreachable = new(
        "The service does not answer right now.", "The service does not answer right now. Try again in a moment.", "api_unreachable");

    public string InWords => Detail ?? Title ?? "That did not work.";
}
