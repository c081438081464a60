using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Passkeys;

/// <summary>Signs in with a passkey: the device knows whose it is, so that nobody says an address and nothing is told about one.</summary>
internal sealed class PasskeySignIn(
    SignInManager<Member> signIn, UserManager<Member> members, IPasskeyHandler<Member> handler, PasskeyCeremony ceremony, UserSessions sessions,
    Letters letters, AuditLog audit)
{
    public async Task<JsonElement> AskAsync(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        ceremony.Begin(context, PasskeyCeremony.SignIn, options.AssertionState!);
        return JsonSerializer.Deserialize<JsonElement>(options.RequestOptionsJson);
    }

    public async Task<SignInOutcome> TryAsync(HttpContext context, string credential, bool remember, CancellationToken cancellationToken)
    {
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = context,
            CredentialJson = credential,
            AssertionState = ceremony.End(context, PasskeyCeremony.SignIn),
        });
        if (!result.Succeeded || result.User.SuspendedAt is not null)
        {
            var subject = result.Succeeded ? $"user {result.User.Id}" : null;
            await audit.WriteAsync(Acts.SignInFailed, subject, cancellationToken, result.Succeeded ? "suspended" : "passkey");
            return SignInOutcome.Refused;
        }

        // Keeps the authenticator's counter: one that falls behind was copied, and is refused.
        await members.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        if (!await signIn.CanSignInAsync(result.User))
        {
            await letters.ConfirmEmailAsync(result.User, cancellationToken);
            return SignInOutcome.Unconfirmed;
        }

        await sessions.BeginAsync(result.User, remember, "passkey", cancellationToken);
        return SignInOutcome.Done;
    }
}
