using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Models;

/// <summary>What a vendor publishes about a model.</summary>
internal sealed record ModelSpec(string Id, params Field[] Fields)
{
    /// <summary>How long the audio of an input becomes, in seconds.</summary>
    public Func<JsonObject, double> Seconds { get; init; } = _ => 30;

    public Func<JsonObject, AudioFormat> Format { get; init; } = _ => AudioFormat.Wav;

    public int SampleRate { get; init; } = 44_100;

    /// <summary>The member of the output that holds the audio; null: the output is the audio.</summary>
    public string? AudioMember { get; init; }

    public bool IsList { get; init; }

    /// <summary>The 64 hexadecimal digits that name the version a model is run by; null for models run by name.</summary>
    public string? Version { get; init; }
}
