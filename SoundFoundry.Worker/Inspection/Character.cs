using SoundFoundry.Core.Covers;

namespace SoundFoundry.Worker.Inspection;

/// <summary>What the music is like, heard in the mix of all channels.</summary>
internal sealed class Character(int sampleRate)
{
    private readonly float[] _mono = new float[AudioMeter.BlockFrames];
    private readonly Chroma _chroma = new(sampleRate);
    private readonly Liveliness _liveliness = new(sampleRate);

    public void Add(float[][] planes, int offset, int frames)
    {
        var mono = _mono.AsSpan(0, frames);
        planes[0].AsSpan(offset, frames).CopyTo(mono);
        foreach (var plane in planes.AsSpan(1))
            for (var i = 0; i < frames; i++) mono[i] += plane[offset + i];
        for (var i = 0; i < frames; i++) mono[i] /= planes.Length;
        _chroma.Add(mono);
        _liveliness.Add(mono);
    }

    public MusicalKey? Key() => _chroma.Key();

    public double Brightness() => _liveliness.Brightness();

    public double Energy() => _liveliness.Energy();
}
