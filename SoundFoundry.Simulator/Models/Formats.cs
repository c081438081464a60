using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Models;

/// <summary>How models decide what kind of file they write.</summary>
internal static class Formats
{
    public static Func<JsonObject, AudioFormat> Always(AudioFormat format) => _ => format;

    /// <summary>As a field says: <c>wav</c>, or <c>mp3</c> with anything after it.</summary>
    public static Func<JsonObject, AudioFormat> Asked(string field, AudioFormat otherwise) => input => Named(input[field], otherwise);

    public static Func<JsonObject, AudioFormat> AskedWithin(string settings, string field, AudioFormat otherwise) =>
        input => Named((input[settings] as JsonObject)?[field], otherwise);

    private static AudioFormat Named(JsonNode? value, AudioFormat otherwise)
    {
        var name = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
        return name.StartsWith("mp3", StringComparison.Ordinal) ? AudioFormat.Mp3
            : name.StartsWith("wav", StringComparison.Ordinal) ? AudioFormat.Wav
            : otherwise;
    }
}
