namespace SoundFoundry.Api.External;

/// <summary>What the page is told where signing in elsewhere did not open an account here: <c>/sign-in?error=…</c>,
/// or <c>/account?error=…</c> where one was to be added.</summary>
internal static class ExternalErrors
{
    public const string Failed = "external_failed";
    public const string Refused = "external_refused";
    public const string Unverified = "external_unverified";
    public const string InvitationNeeded = "invitation_needed";

    /// <summary>An account has this address. Its owner signs in as always and adds the login.</summary>
    public const string HasAccount = "external_has_account";

    /// <summary>The login belongs to another account, or another person sits here now.</summary>
    public const string NotLinked = "external_not_linked";
}
