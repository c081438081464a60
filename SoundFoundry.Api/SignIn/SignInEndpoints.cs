using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>The ways in and out, in accounts mode.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Sign-in").AllowAnonymous();
        auth.MapPost("/sign-in", SignInAsync).Limit(LimitName.SignIn).WithSummary("Sign in with address and password").ProducesProblem(400).ProducesProblem(401);
        auth.MapPost("/sign-out", SignOutAsync).WithSummary("End this browser's session");
        auth.MapPost("/register", RegisterAsync).Limit(LimitName.SignIn).WithSummary("Make an account").ProducesProblem(400).ProducesProblem(403);
        auth.MapPost("/set-up", SetUpAsync).Limit(LimitName.SignIn).WithSummary("Make the first operator's account").ProducesProblem(400).ProducesProblem(403);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        Credentials request, PasswordSignIn signIn, CancellationToken cancellationToken) =>
        await signIn.TryAsync(request.Email!.Trim(), request.Password!, request.Remember, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.Of(401, ProblemCodes.WrongCredentials, "Address and password do not fit together.");

    private static async Task<NoContent> SignOutAsync(HttpContext context, UserSessions sessions, CancellationToken cancellationToken)
    {
        if (context.User.SessionId() is { } id) await sessions.EndAsync(context.User.Id(), id, Acts.SignedOut, cancellationToken);
        SessionCookie.Delete(context);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RegisterAsync(
        Register request, Registering registering, UserSessions sessions, CancellationToken cancellationToken)
    {
        var newcomer = new Newcomer(request.Name!, request.Email!.Trim(), request.Password!);
        if (await registering.TryAsync(newcomer, request.Token, cancellationToken) is not { } made)
            return Problem.Of(403, ProblemCodes.InvitationNeeded, "This invitation is unknown, used or too old. Ask for a new one.");
        return await BeginAsync(made.Member, made.Result, "registration", sessions, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetUpAsync(
        Register request, SetUp setUp, UserSessions sessions, CancellationToken cancellationToken)
    {
        if (await setUp.TryAsync(request.Token ?? "", request.Name!, request.Email!.Trim(), request.Password!, cancellationToken) is not { } made)
        {
            return Problem.Of(403, ProblemCodes.LinkInvalid,
                "This set-up link was used, is too old, or is not the newest. A new one is in the log after each start of \"migrate\".");
        }

        return await BeginAsync(made.Member, made.Result, "set-up", sessions, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> BeginAsync(
        Member member, IdentityResult result, string how, UserSessions sessions, CancellationToken cancellationToken)
    {
        if (!result.Succeeded) return IdentityProblem.Of(result);
        await sessions.BeginAsync(member, remember: true, how, cancellationToken);
        return TypedResults.NoContent();
    }
}
