using System.ComponentModel;

namespace SoundFoundry.Api.Identity;

public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    [Description("Invite: who registers needs an operator's invitation. Open: anyone may.")]
    public Registration Registration { get; init; }

    [Description("Where a new password is looked up among stolen ones (only the first five characters of its SHA-1 are sent). Empty: nowhere.")]
    public string? BreachedPasswords { get; init; } = "https://api.pwnedpasswords.com/";

    [Description("Where people open the pages, for links in the log, in mails and to shared tracks, if PUBLIC_URL is not set.")]
    public string PagesUrl { get; init; } = "http://localhost:3000";
}
