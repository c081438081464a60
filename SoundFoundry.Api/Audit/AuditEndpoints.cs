using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Paging;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Audit;

internal static class AuditEndpoints
{
    private const char List = 'a';

    public static void MapAudit(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/audit", ListAsync).WithSummary("List security-relevant acts, newest first").ProducesProblem(400);
        admin.MapGet("/audit.csv", ExportAsync).WithSummary("Take the audit log along, as a table").Produces(200, contentType: AuditTable.ContentType)
            .ProducesProblem(400).DisableRequestTimeout();
    }

    private static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] AuditChoice choice, [AsParameters] PageQuery page, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var read = await NewestFirst.ReadAsync(List, page, before => db.AuditLines(choice, before), line => line.Id, cancellationToken);
        return read is null ? Problem.Field("cursor", PageCursor.NotOurs) : TypedResults.Ok(new AuditPage(read.Rows, read.NextCursor));
    }

    private static async Task<PushStreamHttpResult> ExportAsync(
        [AsParameters] AuditChoice choice, SoundFoundryDb db, AuditLog audit, HttpResponse response, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(Acts.AuditExported, null, cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            output => AuditTable.WriteAsync(output, db, choice, cancellationToken), AuditTable.ContentType, "audit.csv");
    }
}
