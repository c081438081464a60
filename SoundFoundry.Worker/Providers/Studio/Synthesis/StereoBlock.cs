using System.Numerics;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>One block of stereo sound, left and right apart.</summary>
internal sealed class StereoBlock
{
    public float[] Left { get; } = new float[Audio.BlockFrames];

    public float[] Right { get; } = new float[Audio.BlockFrames];

    public void Clear()
    {
        Left.AsSpan().Clear();
        Right.AsSpan().Clear();
    }

    public void Add(StereoBlock other, float gain)
    {
        if (gain == 0f) return;
        AddScaled(Left, other.Left, gain);
        AddScaled(Right, other.Right, gain);
    }

    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float gain)
    {
        var width = Vector<float>.Count;
        for (var i = 0; i <= source.Length - width; i += width)
            (new Vector<float>(target[i..]) + (new Vector<float>(source[i..]) * gain)).CopyTo(target[i..]);
    }
}
