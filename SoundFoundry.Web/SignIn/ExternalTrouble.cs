using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.SignIn;

/// <summary>Why signing in elsewhere opened no account here.</summary>
internal static class ExternalTrouble
{
    /// <param name="code">As Api put it into the page's address; anybody may have written something else there.</param>
    public static string? InWords(string? code, IStringLocalizer<Words> words) => code switch
    {
        null or "" => (string?)null,
        "external_refused" => words["This account is suspended."],
        "external_unverified" => words["You could not be signed in: your e-mail address is not confirmed there."],
        "external_has_account" => words["There is an account with your e-mail address already. Sign in to it as always, then add this login on your account's page."],
        "external_not_linked" => words["The login was not added: it belongs to another account, or somebody else has signed in here meanwhile."],
        "invitation_needed" => words["There is no account for you yet, and one needs an invitation. Open the link you were sent, or ask whoever runs this service for one."],
        _ => words["Signing in there did not work. Try again."],
    };
}
