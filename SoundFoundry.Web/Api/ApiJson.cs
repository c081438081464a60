using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoundFoundry.Web.Api;

internal static class ApiJson
{
    /// <summary>Reads leniently, since Api may be a release ahead; what the user left out is not sent.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
