namespace SoundFoundry.Web.SignIn;

/// <summary>Why signing in elsewhere opened no account here.</summary>
internal static class ExternalTrouble
{
    /// <param name="code">As Api put it into the page's address; anybody may have written something else there.</param>
    public static string? InWords(string? code) => code switch
    {
        null or "" => null,
        "external_refused" => "This account is suspended.",
        "external_unverified" => "You could not be signed in: your e-mail address is not confirmed there.",
        "external_has_account" => "There is an account with your e-mail address already. Sign in to it as always, then add this login on your account's page.",
        "external_not_linked" => "The login was not added: it belongs to another account, or somebody else has signed in here meanwhile.",
        "invitation_needed" => "There is no account for you yet, and one needs an invitation. Open the link you were sent, or ask whoever runs this service for one.",
        _ => "Signing in there did not work. Try again.",
    };
}
