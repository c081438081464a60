namespace SoundFoundry.Api.SignIn;

/// <summary>How one comes in here; told to everybody.</summary>
/// <param name="Mode"><c>local</c>: without a login. <c>accounts</c>: by signing in.</param>
/// <param name="Registration"><c>invite</c> or <c>open</c>.</param>
/// <param name="SetUpNeeded">There is no operator yet: the link in the log makes the first.</param>
/// <param name="External">The name of the place where one may sign in instead, if there is one.</param>
/// <param name="Mail">Whether mail is sent, so that addresses are confirmed and passwords can be reset.</param>
/// <param name="Passkeys">Whether one may sign in with a passkey.</param>
public sealed record AuthReport(string Mode, string Registration, bool SetUpNeeded, string? External, bool Mail, bool Passkeys);
