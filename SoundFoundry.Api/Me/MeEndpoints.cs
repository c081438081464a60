using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Me;

internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Account");
        me.MapGet("/", GetAsync).WithSummary("See who you are");
        me.MapPatch("/", ChangeAsync).WithSummary("Change your name").ProducesProblem(400).RequireAuthorization(Access.Person);
    }

    private static async Task<Ok<MeResponse>> GetAsync(
        ClaimsPrincipal user, SoundFoundryDb db, IdentityDb identity, CancellationToken cancellationToken)
    {
        var row = await db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id(), cancellationToken);
        var member = await identity.Users.AsNoTracking().SingleOrDefaultAsync(m => m.Id == user.Id(), cancellationToken);
        return TypedResults.Ok(new MeResponse(
            row.Id, row.Name, member?.Email, member?.EmailConfirmed ?? false, member?.PasswordHash is not null,
            user.IsInRole(Access.OperatorRole) ? "operator" : "user", user.SessionId(), row.CreatedAt));
    }

    private static async Task<Ok<MeResponse>> ChangeAsync(
        ChangeMe request, ClaimsPrincipal user, SoundFoundryDb db, IdentityDb identity, CancellationToken cancellationToken)
    {
        // Not of somebody who is being deleted meanwhile: the name would stay for ever.
        var name = request.Name!.Trim();
        await db.Users.Where(u => u.Id == user.Id() && u.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Name, name), cancellationToken);
        return await GetAsync(user, db, identity, cancellationToken);
    }
}
