namespace SoundFoundry.Api.SignIn;

internal enum SignInOutcome
{
    Done,
    Refused,

    /// <summary>The password was right, the address is not proven yet, and another mail is on its way.</summary>
    Unconfirmed,
}
