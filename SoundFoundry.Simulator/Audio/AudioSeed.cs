using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Audio;

internal static class AudioSeed
{
    /// <summary>The seed a model reports: the one it was given, or one that follows from the whole input.</summary>
    public static long Of(Render render) =>
        render.Input["seed"] is { } given && given.GetValueKind() == JsonValueKind.Number
            ? (long)given.Deserialize<double>()
            : (long)(Mixed(render) & int.MaxValue);

    /// <summary>What the sound follows from: model, words and seed.</summary>
    public static ulong Mixed(Render render)
    {
        var words = Encoding.UTF8.GetBytes($"{render.Model.Id} {render.Input.ToJsonString()}");
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(words));
    }
}
