using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Models;

/// <summary>How models decide how long they play.</summary>
internal static class Lengths
{
    private const double SecondsPerWord = 0.5;
    private const double Instrumental = 20;

    /// <summary>As long as a field says, in a unit of so many seconds; another length when it says nothing, or less than nothing.</summary>
    public static Func<JsonObject, double> Asked(string field, double otherwise, double unit = 1) =>
        input => Number(input[field]) is > 0 and var asked ? asked * unit : otherwise;

    public static Func<JsonObject, double> Fixed(double seconds) => _ => seconds;

    /// <summary>Long enough to sing the words.</summary>
    public static Func<JsonObject, double> Sung(string lyrics, double most) =>
        input => Math.Clamp(Instrumental + SecondsPerWord * Words(input[lyrics]), Instrumental, most);

    private static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.Deserialize<double>() : null;

    private static int Words(JsonNode? lyrics) =>
        lyrics?.GetValueKind() == JsonValueKind.String
            ? lyrics.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
            : 0;
}
