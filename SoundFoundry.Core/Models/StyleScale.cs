using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SoundFoundry.Core.Models;

/// <summary>A model's own dial for how strictly it follows the words, over our style strength of 0 to 1.</summary>
/// <param name="Middle">At 0.5: the model's default.</param>
internal sealed partial record StyleScale(double Low, double Middle, double High, bool Whole)
{
    public static StyleScale? Parse(string value) =>
        Pattern().Match(value) is { Success: true } match
            ? new StyleScale(Number(match, "low"), Number(match, "middle"), Number(match, "high"), match.Groups["whole"].Success)
            : null;

    public JsonNode At(double strength)
    {
        var value = strength < 0.5
            ? Low + ((Middle - Low) * strength * 2)
            : Middle + ((High - Middle) * (strength - 0.5) * 2);
        return Whole ? (int)Math.Round(value) : Math.Round(value, 2);
    }

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\{(?<whole>whole )?style (?<low>[\d.]+)\|(?<middle>[\d.]+)\|(?<high>[\d.]+)\}$")]
    private static partial Regex Pattern();
}
