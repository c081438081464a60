using SoundFoundry.Core.Covers;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

/// <summary>The key heard in the audio, beside the one that was meant.</summary>
internal static class KeyEstimate
{
    /// <summary>The same key, its relative, or a neighbour on the circle of fifths: keys that share all notes but one at most.</summary>
    public static bool IsNear(MusicalKey heard, Key key) => Math.Min(Distance(heard, key), 12 - Distance(heard, key)) <= 1;

    public static bool IsSame(MusicalKey heard, Key key) => heard.Tonic == key.Tonic && heard.IsMinor == key.IsMinor;

    public static MusicalKey Of(RenderedTrack track)
    {
        var chroma = new Chroma(RenderedTrack.SampleRate);
        chroma.Add(Enumerable.Range(0, track.Frames).Select(track.Mono).ToArray());
        return chroma.Key().ShouldNotBeNull();
    }

    private static int Distance(MusicalKey heard, Key key) => (heard.Fifths - new MusicalKey(key.Tonic, key.IsMinor).Fifths + 12) % 12;
}
