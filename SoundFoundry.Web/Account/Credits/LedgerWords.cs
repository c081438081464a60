using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Account.Credits;

/// <summary>What moved credits, as a person says it.</summary>
internal static class LedgerWords
{
    public static string What(LedgerLine line, IStringLocalizer<Words> words) => line switch
    {
        { Kind: "GRANT" } => words["Welcome"],
        { Kind: "ALLOWANCE" } => words["Allowance of {0}", line.Reference ?? ""],
        { Kind: "PURCHASE" } => words["Bought, number {0}", line.Reference ?? ""],
        { Kind: "ADJUSTMENT", Credits: < 0 } => words["Taken by the operator: {0}", line.Reason ?? ""],
        { Kind: "ADJUSTMENT" } => words["Given by the operator: {0}", line.Reason ?? ""],
        { Kind: "HOLD" } => words["Set aside to make a track"],
        { Kind: "SETTLE", Credits: 0 } => words["Made, for what was set aside"],
        { Kind: "SETTLE" } => words["Made for less: the rest came back"],
        { Kind: "RELEASE" } => words["Not made: all of it came back"],
        _ => line.Kind,
    };

    public static string Credits(long credits, IStringLocalizer<Words> words) =>
        credits == 1 ? words["1 credit"] : words["{0} credits", credits.ToString("N0", CultureInfo.InvariantCulture)];

    /// <summary>With its sign, which is a real minus.</summary>
    public static string Movement(long credits) => credits switch
    {
        > 0 => $"+{credits:N0}",
        < 0 => $"\u2212{-credits:N0}",
        _ => "0",
    };
}
