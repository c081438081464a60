using SoundFoundry.Worker.Providers.Remote.Answers;
using System.Text.Json;

namespace SoundFoundry.Worker.Providers.Fal;

internal static class FalAudio
{
    /// <summary>The first audio file of a result, under any of the names fal's models give it.</summary>
    public static Uri? In(JsonElement result) =>
        Of(result.Member("audio")) ?? Of(result.Member("audio_file")) ?? Of(result.Member("audios"));

    private static Uri? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.Member("url").Address(),
        JsonValueKind.Array => value.Items().Select(Of).FirstOrDefault(),
        _ => value.Address(),
    };
}
