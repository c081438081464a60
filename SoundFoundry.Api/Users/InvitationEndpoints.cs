using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Users;

internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder admin)
    {
        var invitations = admin.MapGroup("/invitations");
        invitations.MapGet("/", ListAsync).WithSummary("List the invitations that nobody used yet");
        invitations.MapPost("/", MakeAsync).WithSummary("Invite somebody; the link is shown this once").ProducesProblem(400);
        invitations.MapDelete("/{id:long}", RevokeAsync).WithSummary("Take an invitation back").ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<InvitationResponse>>> ListAsync(Invitations invitations, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<InvitationResponse>>([.. (await invitations.OpenAsync(cancellationToken)).Select(InvitationResponse.From)]);

    private static async Task<Created<NewInvitation>> MakeAsync(
        Invite request, ClaimsPrincipal user, Invitations invitations, PageLinks pages, CancellationToken cancellationToken)
    {
        var (row, token) = await invitations.MakeAsync(user.Id(), request.Note!, cancellationToken);
        var made = new NewInvitation(row.Id, row.Note, row.ExpiresAt, pages.To($"register?token={token}").AbsoluteUri);
        return TypedResults.Created($"/api/admin/invitations/{row.Id}", made);
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(long id, Invitations invitations, CancellationToken cancellationToken) =>
        await invitations.RevokeAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
