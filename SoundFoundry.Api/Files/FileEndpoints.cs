using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Files;

internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapMethods($"{FileLinks.Path}{{**key}}", [HttpMethods.Get, HttpMethods.Head], GetAsync)
            .WithName("GetFile")
            .LimitOnly(LimitName.Files)
            .WithTags("Files")
            .WithSummary("Audio behind a signed link, whole or by range.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .DisableRequestTimeout();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetAsync(
        [AsParameters] FileRequest request, FileLinks links, IAudioStore store, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var link = request.Link();
        var verdict = links.Verify(link);
        if (verdict == FileLinkVerdict.Forged) return Problem.Of(403, ProblemCodes.LinkInvalid, "This link was not made by us, or was changed.");
        if (verdict == FileLinkVerdict.Expired)
            return Problem.Of(403, ProblemCodes.LinkExpired, "This link has expired. Open the track again for a new one.");
        if (await store.OpenAsync(link.Key, cancellationToken) is not { } audio)
            return Problem.Of(404, ProblemCodes.FileGone, "This file is no longer stored.");

        response.RegisterForDisposeAsync(audio);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = $"private, max-age={link.Expires - clock.GetUtcNow().ToUnixTimeSeconds()}";
        if (link.Name is not null || !IsShown(audio.ContentType))
            response.Headers.ContentDisposition = DownloadName.Disposition(link.Name ?? Path.GetFileName(link.Key));
        var etag = new EntityTagHeaderValue($"\"{audio.ETag}\"");
        return TypedResults.Stream(audio.Content, audio.ContentType, entityTag: etag, enableRangeProcessing: true);
    }

    private static bool IsShown(string contentType) => contentType.StartsWith("audio/", StringComparison.Ordinal)
        || contentType is "image/png" or "image/jpeg" or "image/webp";

    /// <remarks>All optional and as text: a link that lacks a part is as wrong as one that was changed, and gets the same answer.</remarks>
    private sealed record FileRequest(
        [FromRoute] string? Key, [FromQuery] string? Expires, [FromQuery] string? Name, [FromQuery] string? Signature)
    {
        public FileLink Link() => new(Key ?? "", long.TryParse(Expires, out var expires) ? expires : 0, Name, Signature ?? "");
    }
}
