using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Export;

internal static class ExportEndpoints
{
    private const string ContentType = "application/zip";

    public static void MapExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/export", ExportAsync).WithTags("Account").WithSummary("Take everything along that is yours").RequireAuthorization(Access.Person)
            .Produces(200, contentType: ContentType).ProducesProblem(409).DisableRequestTimeout();

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ExportAsync(
        ClaimsPrincipal user, AccountExport export, RunningExports running, AuditLog audit, HttpResponse response, TimeProvider clock,
        CancellationToken cancellationToken, bool audio = true)
    {
        using var turn = running.Begin(user.Id());
        if (turn is null) return Problem.Of(409, ProblemCodes.StillExporting, "Your last export is still on its way. Wait for it, or stop it.");

        await audit.WriteAsync(Acts.AccountExported, $"user {user.Id()}", cancellationToken);
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = DownloadName.Disposition($"soundfoundry-{clock.GetUtcNow():yyyy-MM-dd}.zip");
        await export.WriteAsync(response.Body, user.Id(), audio, cancellationToken);
        return TypedResults.Empty;
    }
}
