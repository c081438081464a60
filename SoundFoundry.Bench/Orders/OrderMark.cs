using System.Globalization;
using System.Text.RegularExpressions;

namespace SoundFoundry.Bench.Orders;

/// <summary>The number of an order inside its prompt: by it a render is recognised wherever its prompt turns up.</summary>
internal static partial class OrderMark
{
    public static string Prompt(int number) => $"rain on tin, take-{number:D7}";

    public static int? Find(string text) =>
        Mark().Match(text) is { Success: true } mark ? int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("take-([0-9]{7})")]
    private static partial Regex Mark();
}
