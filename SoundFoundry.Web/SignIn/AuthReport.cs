namespace SoundFoundry.Web.SignIn;

/// <summary>How one comes in, as Api tells everybody.</summary>
/// <param name="External">The name of the place where one may sign in instead, if there is one.</param>
internal sealed record AuthReport(string Mode, string Registration, bool SetUpNeeded, string? External = null, bool Mail = false, bool Passkeys = false);
