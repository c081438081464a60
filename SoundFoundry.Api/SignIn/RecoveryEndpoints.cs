using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

/// <summary>What goes by mail. Without a mail server there is none of it.</summary>
internal static class RecoveryEndpoints
{
    public static void MapRecovery(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Sign-in").AllowAnonymous().Limit(LimitName.SignIn);
        auth.MapPost("/password/forgot", ForgotAsync)
            .WithSummary("Ask for a new password by mail").ProducesProblem(400).ProducesProblem(409);
        auth.MapPost("/password/reset", ResetAsync)
            .WithSummary("Choose a new password with the link of a mail; removes every other way in").ProducesProblem(400).ProducesProblem(403);
        auth.MapPost("/email/confirm", ConfirmAsync).WithSummary("Confirm an address with the link of a mail").ProducesProblem(400).ProducesProblem(403);
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ForgotAsync(
        ForgotPassword request, PasswordRecovery recovery, IOptions<MailOptions> mail, CancellationToken cancellationToken)
    {
        if (!mail.Value.IsOn) return Problem.Of(409, ProblemCodes.NoMail, "This service sends no mail. Ask whoever runs it.");
        await recovery.AskAsync(request.Email!.Trim(), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(
        ResetPassword request, PasswordRecovery recovery, CancellationToken cancellationToken) =>
        await recovery.ResetAsync(request.Email!.Trim(), request.Token!, request.Password!, cancellationToken) is not { } result ? Invalid()
        : result.Succeeded ? TypedResults.NoContent()
        : IdentityProblem.Of(result);

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        ConfirmEmail request, EmailConfirmation confirmation, CancellationToken cancellationToken) =>
        await confirmation.ConfirmAsync(request.UserId!.Value, request.Token!, request.Password!, cancellationToken) switch
        {
            ConfirmationOutcome.Done => TypedResults.NoContent(),
            ConfirmationOutcome.WrongPassword => Problem.Field("password",
                "This is not the password the account was made with. If you did not make it, choose another by \"Forgot password\"."),
            _ => Invalid(),
        };

    private static ProblemHttpResult Invalid() =>
        Problem.Of(403, ProblemCodes.LinkInvalid, "This link is wrong, used or too old. Ask for a new one.");
}
