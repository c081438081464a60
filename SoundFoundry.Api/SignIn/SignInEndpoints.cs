using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>The ways in and out, in accounts mode.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Sign-in").AllowAnonymous();
        auth.MapPost("/sign-in", SignInAsync).Limit(LimitName.SignIn).AddEndpointFilter<AccountLimit>()
            .WithSummary("Sign in with address and password").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
        auth.MapPost("/sign-out", SignOutAsync).WithSummary("End this browser's session");
        auth.MapPost("/register", RegisterAsync).Limit(LimitName.SignIn).WithSummary("Make an account").ProducesProblem(400).ProducesProblem(403);
        auth.MapPost("/set-up", SetUpAsync).Limit(LimitName.SignIn).WithSummary("Make the first operator's account").ProducesProblem(400).ProducesProblem(403);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        Credentials request, PasswordSignIn signIn, CancellationToken cancellationToken) =>
        await signIn.TryAsync(request.Email!.Trim(), request.Password!, request.Remember, cancellationToken) switch
        {
            SignInOutcome.Done => TypedResults.NoContent(),
            SignInOutcome.Unconfirmed => Unconfirmed(),
            _ => Problem.Of(401, ProblemCodes.WrongCredentials, "Wrong e-mail or password."),
        };

    public static ProblemHttpResult Unconfirmed() => Problem.Of(403, ProblemCodes.EmailUnconfirmed,
        "This address is not confirmed yet. Look into your mail for the link.");

    private static async Task<NoContent> SignOutAsync(HttpContext context, UserSessions sessions, CancellationToken cancellationToken)
    {
        if (context.User.SessionId() is { } id) await sessions.EndAsync(context.User.Id(), id, Acts.SignedOut, cancellationToken);
        SessionCookie.Delete(context);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Accepted, ProblemHttpResult>> RegisterAsync(
        Register request, MemberRegistration registration, EmailConfirmation confirmation, UserSessions sessions, IOptions<MailOptions> mail,
        CancellationToken cancellationToken)
    {
        var newcomer = new Newcomer(request.Name!, request.Email!.Trim(), request.Password!);
        if (await registration.TryAsync(newcomer, request.Token, cancellationToken) is not { } made)
            return Problem.Of(403, ProblemCodes.InvitationNeeded, "This invitation is unknown, used or too old. Ask for a new one.");
        if (mail.Value.IsOn && await confirmation.AskAsync(made.Member, made.Result, cancellationToken)) return TypedResults.Accepted((string?)null);
        if (!made.Result.Succeeded) return IdentityProblem.Of(made.Result);
        await sessions.BeginAsync(made.Member, remember: true, "registration", cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetUpAsync(
        Register request, SetUp setUp, UserSessions sessions, CancellationToken cancellationToken)
    {
        if (await setUp.TryAsync(request.Token ?? "", request.Name!, request.Email!.Trim(), request.Password!, cancellationToken) is not { } made)
        {
            return Problem.Of(403, ProblemCodes.LinkInvalid,
                "This set-up link was used, is too old, or is not the newest. A new one is in the log after each start of \"migrate\".");
        }

        if (!made.Result.Succeeded) return IdentityProblem.Of(made.Result);
        await sessions.BeginAsync(made.Member, remember: true, "set-up", cancellationToken);
        return TypedResults.NoContent();
    }
}
