namespace SoundFoundry.Api.SignIn;

internal enum ConfirmationOutcome
{
    Done,
    LinkInvalid,
    WrongPassword,
}
