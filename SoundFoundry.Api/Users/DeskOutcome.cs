namespace SoundFoundry.Api.Users;

internal enum DeskOutcome
{
    Done,
    NoSuchUser,
    LastOperator,
}
