using System.Text.Json;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

/// <summary>Reads what a stranger sent: a value that is missing or of another kind is null.</summary>
internal static class JsonValues
{
    private const int LongestAddress = 4_096;

    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair is valid JSON and no text
        }
    }

    public static string? Text(this JsonElement element, string name) => element.Member(name).Text();

    public static int? Whole(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;

    public static double? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>An absolute http or https address.</summary>
    public static Uri? Address(this JsonElement element) =>
        element.Text() is { Length: <= LongestAddress } text && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;
}
