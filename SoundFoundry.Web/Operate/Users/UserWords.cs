using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Operate.Users;

internal static class UserWords
{
    public static (string Tone, string Words) State(UserLine user, IStringLocalizer<Words> words) => user switch
    {
        { SuspendedAt: not null } => ("bad", words["Suspended"]),
        { EmailConfirmed: false, Email: not null } => ("idle", words["Unconfirmed"]),
        _ => ("good", words["Active"]),
    };

    public static string Role(string role, IStringLocalizer<Words> words) => role == "operator" ? words["Operator"] : words["User"];
}
