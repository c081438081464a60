using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Mail;

/// <summary>What we write to users.</summary>
internal sealed class Letters(UserManager<Member> members, PageLinks pages, Postbox postbox)
{
    private const string NotYou = "If you did not ask for this, leave it: nothing happens.";

    public Task ResetPasswordAsync(Member member) =>
        ChoosePasswordAsync(member, "Somebody, probably you, asked for a new password for SoundFoundry. The link is good once, for an hour.");

    /// <summary>For who registers with an address that an account has which nobody confirmed.</summary>
    public Task ClaimAsync(Member member) =>
        ChoosePasswordAsync(member, "Somebody, probably you, made an account at SoundFoundry with this address more than once. "
            + "Choose a password, and it is yours alone. The link is good once, for an hour.");

    public async Task ConfirmEmailAsync(Member member)
    {
        var token = await members.GenerateEmailConfirmationTokenAsync(member);
        postbox.Post(new Letter(member.Id, member.Email!, "Confirm your address",
            ["Somebody, probably you, made an account at SoundFoundry with this address. The link finishes it; it is good for a day.", NotYou],
            "Confirm your address", pages.To($"confirm-email?user={member.Id}&token={Uri.EscapeDataString(token)}")));
    }

    public void HasAccount(Member member) =>
        postbox.Post(new Letter(member.Id, member.Email!, "You have an account already",
            ["Somebody, probably you, tried to make an account at SoundFoundry with this address. There is one already: sign in instead. "
                + "If you forgot the password, the sign-in page helps.", NotYou],
            "Sign in", pages.To("sign-in")));

    private async Task ChoosePasswordAsync(Member member, string reason)
    {
        var token = await members.GeneratePasswordResetTokenAsync(member);
        var page = pages.To($"reset-password?email={Uri.EscapeDataString(member.Email!)}&token={Uri.EscapeDataString(token)}");
        postbox.Post(new Letter(member.Id, member.Email!, "Choose a password", [reason, NotYou], "Choose a password", page));
    }
}
