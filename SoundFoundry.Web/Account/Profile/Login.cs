namespace SoundFoundry.Web.Account.Profile;

/// <summary>An account elsewhere that opens this one.</summary>
/// <param name="Name">Of the place.</param>
public sealed record Login(string Provider, string Subject, string Name);
