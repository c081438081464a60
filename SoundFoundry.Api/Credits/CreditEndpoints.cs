using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Paging;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Credits;

internal static class CreditEndpoints
{
    private const char List = 'l';

    public static void MapCredits(this IEndpointRouteBuilder api)
    {
        var credits = api.MapGroup("/credits").WithTags("Credits");
        credits.MapGet("/", GetAsync).WithSummary("See what you can spend, what is held, and when you get more");
        credits.MapGet("/ledger", LedgerAsync).WithSummary("List how your credits moved, newest first").ProducesProblem(400);
    }

    private static async Task<Ok<CreditBalance>> GetAsync(
        ClaimsPrincipal user, SoundFoundryDb db, IOptions<CreditOptions> options, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.BalanceAsync(user.Id(), options.Value.MonthlyAllowance, cancellationToken));

    private static async Task<Results<Ok<LedgerPage>, ProblemHttpResult>> LedgerAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var read = await NewestFirst.ReadAsync(List, page, before => db.LedgerOf(user.Id(), before), line => line.Id, cancellationToken);
        return read is null ? Problem.Field("cursor", PageCursor.NotOurs) : TypedResults.Ok(new LedgerPage(read.Rows, read.NextCursor));
    }
}
