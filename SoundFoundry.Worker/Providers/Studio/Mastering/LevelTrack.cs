using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>Loudness energy and true peak of the mix, every <see cref="RunFrames"/> frames: all that mastering needs to know of it.</summary>
internal sealed class LevelTrack(int blocks)
{
    public const int RunFrames = 32;
    public const int RunsPerBlock = Audio.BlockFrames / RunFrames;

    private readonly TruePeak _left = new();
    private readonly TruePeak _right = new();
    private KWeighting _weighting;

    public float[] Energies { get; } = new float[blocks * RunsPerBlock];

    public float[] Peaks { get; } = new float[blocks * RunsPerBlock];

    public void Measure(int index, StereoBlock block)
    {
        var peaks = Peaks.AsSpan(index * RunsPerBlock, RunsPerBlock);
        _left.Measure(block.Left, peaks);
        _right.Measure(block.Right, peaks);
        for (var run = 0; run < RunsPerBlock; run++)
        {
            Energies[(index * RunsPerBlock) + run] = _weighting.Energy(
                block.Left.AsSpan(run * RunFrames, RunFrames), block.Right.AsSpan(run * RunFrames, RunFrames));
        }
    }
}
