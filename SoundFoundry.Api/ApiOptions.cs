using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Api;

public sealed class ApiOptions
{
    public const string Section = "Api";

    [Description("Base of every link that leaves the house. Without it links are made for the address the request came to.")]
    [Url(ErrorMessage = "Api:PublicUrl (PUBLIC_URL) must be an absolute http or https address.")]
    public string? PublicUrl { get; init; }

    [Description("Origins, separated by commas, whose pages may call the API from a browser.")]
    public string? CorsOrigins { get; init; }
}
