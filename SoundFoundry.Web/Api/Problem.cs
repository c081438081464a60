namespace SoundFoundry.Web.Api;

/// <summary>Why Api said no, in its own words.</summary>
/// <param name="Errors">By the request's field names, in snake_case.</param>
internal sealed record Problem(string? Title, string? Detail, string? Code, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>The code while there is no answer of Api's to give; the pages say it in their own words.</summary>
    public const string Unreachable = "api_unreachable";

    public string InWords => Detail ?? Errors?.Values.FirstOrDefault()?.FirstOrDefault() ?? Title ?? "That did not work.";
}
