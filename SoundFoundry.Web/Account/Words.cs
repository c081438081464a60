namespace SoundFoundry.Web.Account;

/// <summary>Names the texts of the account's pages.</summary>
internal sealed class Words;
