using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Passkeys;

internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder api)
    {
        var passkeys = api.MapGroup("/passkeys").WithTags("Account").RequireAuthorization(Access.Person);
        passkeys.MapGet("/", ListAsync).WithSummary("List your passkeys");
        passkeys.MapPost("/options", AskAsync).WithSummary("Begin to add a passkey").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        passkeys.MapPost("/", AddAsync).WithSummary("Add a passkey").ProducesProblem(400).ProducesProblem(409);
        passkeys.MapDelete("/{id}", RemoveAsync).WithSummary("Remove a passkey").ProducesProblem(404).ProducesProblem(409);
    }

    public static void MapPasskeySignIn(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth/passkey").WithTags("Sign-in").AllowAnonymous();
        auth.MapPost("/options", (HttpContext context, PasskeySignIn signIn) => signIn.AskAsync(context)).Limit(LimitName.SignIn)
            .WithSummary("Begin to sign in with a passkey");
        auth.MapPost("/", SignInAsync).Limit(LimitName.SignIn).WithSummary("Sign in with a passkey").ProducesProblem(400).ProducesProblem(401)
            .ProducesProblem(403);
    }

    private static async Task<Ok<IReadOnlyList<PasskeyResponse>>> ListAsync(
        ClaimsPrincipal user, UserManager<Member> members, UserPasskeys passkeys)
    {
        var rows = await passkeys.OfAsync((await members.GetUserAsync(user))!);
        return TypedResults.Ok<IReadOnlyList<PasskeyResponse>>([.. rows.OrderBy(row => row.CreatedAt).Select(PasskeyResponse.From)]);
    }

    private static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> AskAsync(
        Proof? proof, HttpContext context, UserManager<Member> members, Reauthentication reauthentication, UserPasskeys passkeys,
        CancellationToken cancellationToken)
    {
        // Asked here only: nothing is added that does not answer this question.
        var member = (await members.GetUserAsync(context.User))!;
        if (await reauthentication.RefuseAsync(context, member, proof, cancellationToken) is { } refusal) return refusal;
        return (await passkeys.OfAsync(member)).Count < UserPasskeys.MostPerUser
            ? TypedResults.Ok(await passkeys.AskAsync(context, member))
            : Problem.Of(409, ProblemCodes.TooMany, $"You have {UserPasskeys.MostPerUser} passkeys. Remove one first.");
    }

    private static async Task<Results<Created<PasskeyResponse>, ProblemHttpResult>> AddAsync(
        AddPasskey request, HttpContext context, UserManager<Member> members, UserPasskeys passkeys, CancellationToken cancellationToken)
    {
        var member = (await members.GetUserAsync(context.User))!;
        var added = await passkeys.AddAsync(context, member, request.Credential!.Value.GetRawText(), request.Name!, cancellationToken);
        if (added is null) return Problem.Field("credential", "This is not the passkey that was asked for, or it came too late. Try again.");
        var response = PasskeyResponse.From(added);
        return TypedResults.Created($"/api/passkeys/{response.Id}", response);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        string id, ClaimsPrincipal user, UserManager<Member> members, UserPasskeys passkeys, CancellationToken cancellationToken) =>
        await passkeys.RemoveAsync((await members.GetUserAsync(user))!, id, cancellationToken) switch
        {
            Removal.Done => TypedResults.NoContent(),
            Removal.LastWayIn => WaysIn.LastOne(),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        ShowPasskey request, HttpContext context, PasskeySignIn signIn, CancellationToken cancellationToken) =>
        await signIn.TryAsync(context, request.Credential!.Value.GetRawText(), request.Remember, cancellationToken) switch
        {
            SignInOutcome.Done => TypedResults.NoContent(),
            SignInOutcome.Unconfirmed => SignInEndpoints.Unconfirmed(),
            _ => Problem.Of(401, ProblemCodes.WrongCredentials, "This passkey opens no account here."),
        };
}
