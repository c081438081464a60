using System.Text.Json;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

/// <summary>The sentence in an error's body, wherever this provider put it today.</summary>
internal static class VendorWords
{
    public static string? Of(JsonElement body) => FirstOf(
        Detail(body.Member("detail")), body.Text("error"), body.Member("error").Text("message"), body.Text("message"), body.Text("title"), body.Text());

    /// <summary>The field an entry of a validation error is about.</summary>
    public static string? Field(JsonElement entry) => entry.Member("loc").Items().LastOrDefault().Text() ?? entry.Text("field");

    private static string? Detail(JsonElement detail)
    {
        var entry = detail.ValueKind == JsonValueKind.Array ? detail.Items().FirstOrDefault() : detail;
        var words = FirstOf(entry.Text(), entry.Text("msg"), entry.Text("message"));
        return words is not null && Field(entry) is { } field ? $"{field}: {words}" : words;
    }

    private static string? FirstOf(params string?[] texts) => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
