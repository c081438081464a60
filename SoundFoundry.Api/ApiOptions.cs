using System.ComponentModel;

namespace SoundFoundry.Api;

public sealed class ApiOptions
{
    public const string Section = "Api";

    [Description("Base of every link that leaves the house. Without it links are made for the address the request came to.")]
    public string? PublicUrl { get; init; }

    [Description("Origins, separated by commas, whose pages may call the API from a browser.")]
    public string? CorsOrigins { get; init; }

    internal bool HasUsablePublicUrl =>
        string.IsNullOrWhiteSpace(PublicUrl) || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"));
}
