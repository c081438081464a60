using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Api;

public sealed class ApiOptions
{
    public const string Section = "Api";

    [Description("Base of every link that leaves the house. Without it links are made for the address the request came to.")]
    public string? PublicUrl { get; init; }

    [Description("Origins, separated by commas, whose pages may call the API from a browser.")]
    public string? CorsOrigins { get; init; }

    [Description("How long a replica that was asked to stop says it is not ready and still serves, so that its callers can move on.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Api:{0} must be between {1} and {2}.")]
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(3);

    internal bool HasUsablePublicUrl =>
        string.IsNullOrWhiteSpace(PublicUrl) || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"));
}
