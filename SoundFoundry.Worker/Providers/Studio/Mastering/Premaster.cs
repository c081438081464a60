using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>
/// The mix before its loudness is set: 16 bits a sample with one scale per block, which keeps 90 dB below each
/// block's own peak in half the memory of floats.
/// </summary>
internal sealed class Premaster(int blocks)
{
    private const int Samples = 2 * Audio.BlockFrames;

    private readonly short[][] _samples = new short[blocks][];
    private readonly float[] _scales = new float[blocks];

    public void Write(int index, StereoBlock block)
    {
        var peak = 1e-9f;
        for (var i = 0; i < Audio.BlockFrames; i++) peak = MathF.Max(peak, MathF.Max(MathF.Abs(block.Left[i]), MathF.Abs(block.Right[i])));
        _scales[index] = peak / short.MaxValue;
        var scale = short.MaxValue / peak;
        var samples = _samples[index] = new short[Samples];
        for (var i = 0; i < Audio.BlockFrames; i++)
        {
            samples[2 * i] = (short)MathF.Round(block.Left[i] * scale);
            samples[(2 * i) + 1] = (short)MathF.Round(block.Right[i] * scale);
        }
    }

    public (short[] Interleaved, float Scale) Read(int index) => (_samples[index], _scales[index]);
}
