using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;

namespace SoundFoundry.Api.Mail;

/// <summary>What we write to users. Strangers make us write, so nobody gets more than a few in an hour; who asked is not told of it.</summary>
internal sealed class Letters(UserManager<Member> members, PageLinks pages, Postbox postbox, Limiter limiter)
{
    private const string NotYou = "If you did not ask for this, leave it: nothing happens.";

    // Counted by themselves, so that nobody can use up with other letters the one that lets the owner in again.
    private const string Passwords = "password";

    private const string Others = "other";

    public Task ResetPasswordAsync(Member member, CancellationToken cancellationToken) => ChoosePasswordAsync(
        member, "Somebody, probably you, asked for a new password for SoundFoundry. The link is good once, for an hour. "
            + "With the new password all passkeys, keys and logins elsewhere are removed from your account.", cancellationToken);

    /// <summary>For who registers with an address that an account has which nobody confirmed.</summary>
    public Task ClaimAsync(Member member, CancellationToken cancellationToken) => ChoosePasswordAsync(
        member, "Somebody, probably you, made an account at SoundFoundry with this address more than once. "
            + "Choose a password, and it is yours alone. The link is good once, for an hour.", cancellationToken);

    public async Task ConfirmEmailAsync(Member member, CancellationToken cancellationToken)
    {
        if (!await MayWriteAsync(member.Email!, Others, cancellationToken)) return;
        var token = await members.GenerateEmailConfirmationTokenAsync(member);
        postbox.Post(new Letter(member.Id, member.Email!, "Confirm your address",
            ["Somebody, probably you, made an account at SoundFoundry with this address. The link and the password you chose finish it; it is good for a day.", NotYou],
            "Confirm your address", pages.To($"confirm-email?user={member.Id}&token={Uri.EscapeDataString(token)}")));
    }

    public async Task HasAccountAsync(Member member, CancellationToken cancellationToken)
    {
        if (!await MayWriteAsync(member.Email!, Others, cancellationToken)) return;
        postbox.Post(new Letter(member.Id, member.Email!, "You have an account already",
            ["Somebody, probably you, tried to make an account at SoundFoundry with this address. There is one already: sign in instead. "
                + "If you forgot the password, the sign-in page helps.", NotYou],
            "Sign in", pages.To("sign-in")));
    }

    /// <summary>Takes the time of a letter, so that it does not tell who gets one.</summary>
    public Task ToNobodyAsync(string email, CancellationToken cancellationToken) => MayWriteAsync(email, Passwords, cancellationToken);

    private async Task ChoosePasswordAsync(Member member, string reason, CancellationToken cancellationToken)
    {
        if (!await MayWriteAsync(member.Email!, Passwords, cancellationToken)) return;
        var token = await members.GeneratePasswordResetTokenAsync(member);
        var page = pages.To($"reset-password?email={Uri.EscapeDataString(member.Email!)}&token={Uri.EscapeDataString(token)}");
        postbox.Post(new Letter(member.Id, member.Email!, "Choose a password", [reason, NotYou], "Choose a password", page));
    }

    private async Task<bool> MayWriteAsync(string email, string kind, CancellationToken cancellationToken) =>
        (await limiter.TakeAsync(LimitName.Mail, $"{kind} {email.Trim().ToUpperInvariant()}", cancellationToken)).IsAllowed;
}
