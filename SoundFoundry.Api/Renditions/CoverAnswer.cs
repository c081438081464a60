using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SoundFoundry.Core.Covers;
using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Api.Renditions;

/// <summary>A cover as an answer: a picture and nothing else, also when it is opened by itself.</summary>
internal static class CoverAnswer
{
    public const string ContentType = "image/svg+xml";

    public const string Png = "image/png";

    public const string NoSuchFormat = "The cover is svg or png.";

    /// <summary>For an address that names what it is drawn from.</summary>
    public const string Kept = "private, max-age=604800";

    /// <summary>For one that stays when the track is made again.</summary>
    public const string AskedAgain = "private, no-cache";

    public static FileContentHttpResult Of(Artifact artifact, HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var svg = Encoding.UTF8.GetBytes(Cover.Draw(artifact));
        return TypedResults.Bytes(svg, ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 8))}\""));
    }
}
