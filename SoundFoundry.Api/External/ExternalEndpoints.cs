using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.SignIn;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.External;

internal static class ExternalEndpoints
{
    public static void MapExternalSignIn(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/auth/external", Begin).WithTags("Sign-in").AllowAnonymous().Limit(LimitName.SignIn)
            .WithSummary("Go to sign in elsewhere, and come back").Produces(302).ProducesProblem(400).ProducesProblem(404);

    public static void MapLogins(this IEndpointRouteBuilder api)
    {
        var logins = api.MapGroup("/me/logins").WithTags("Account").RequireAuthorization(Access.Person);
        logins.MapGet("/", ListAsync).WithSummary("List the logins elsewhere that open your account");
        logins.MapPost("/", LinkAsync).WithSummary("Begin to add a login elsewhere").ProducesProblem(400).ProducesProblem(403)
            .ProducesProblem(404);
        logins.MapDelete("/", RemoveAsync).WithSummary("Remove a login elsewhere").ProducesProblem(404).ProducesProblem(409);
    }

    private static Results<ChallengeHttpResult, NotFound, ProblemHttpResult> Begin(
        IOptions<ExternalOptions> options, [FromQuery(Name = "return"), StringLength(2000)] string? returnTo = null,
        [StringLength(100)] string? token = null)
    {
        if (!options.Value.IsOn) return TypedResults.NotFound();
        if (returnTo is { Length: > 0 } && !LocalPath.IsLocal(returnTo)) return Problem.Field("return", "Must be a path of this site.");
        var properties = new AuthenticationProperties { RedirectUri = returnTo is { Length: > 0 } ? returnTo : "/" };
        if (!string.IsNullOrEmpty(token)) properties.Items[ExternalSignIn.Invitation] = token;
        return TypedResults.Challenge(properties, [ExternalSetup.Scheme]);
    }

    private static async Task<Ok<IReadOnlyList<LoginResponse>>> ListAsync(
        ClaimsPrincipal user, UserManager<Member> members, ExternalLogins logins)
    {
        var rows = await logins.OfAsync((await members.GetUserAsync(user))!);
        return TypedResults.Ok<IReadOnlyList<LoginResponse>>([.. rows.Select(LoginResponse.From)]);
    }

    // A write, so that no foreign page can start it; the page follows the address by itself.
    private static async Task<Results<Ok<LinkStarted>, NotFound, ProblemHttpResult>> LinkAsync(
        Proof? proof, HttpContext context, IOptions<ExternalOptions> options, UserManager<Member> members, Reauthentication reauthentication,
        CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn) return TypedResults.NotFound();
        var member = (await members.GetUserAsync(context.User))!;
        if (await reauthentication.RefuseAsync(context, member, proof, cancellationToken) is { } refusal) return refusal;
        var properties = new AuthenticationProperties { RedirectUri = ExternalLogins.Page };
        properties.Items[ExternalLogins.LinkTo] = context.User.Id().ToString(CultureInfo.InvariantCulture);
        await context.ChallengeAsync(ExternalSetup.Scheme, properties);
        var url = context.Response.Headers.Location.ToString();
        context.Response.Headers.Location = default;
        return TypedResults.Ok(new LinkStarted(url));
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        [Required] string provider, [Required] string subject, ClaimsPrincipal user, UserManager<Member> members, ExternalLogins logins,
        CancellationToken cancellationToken) =>
        await logins.RemoveAsync((await members.GetUserAsync(user))!, provider, subject, cancellationToken) switch
        {
            Removal.Done => TypedResults.NoContent(),
            Removal.LastWayIn => WaysIn.LastOne(),
            _ => TypedResults.NotFound(),
        };
}
