using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>Draws the gain curve over the mix and rounds to 16 bits with a triangular dither.</summary>
internal sealed class Master(Premaster premaster, float[] gains)
{
    private readonly short[] _output = new short[2 * Audio.BlockFrames];
    private Noise _dither = new(29);

    public Span<short> Block(int index)
    {
        var (samples, scale) = premaster.Read(index);
        for (var run = 0; run < LevelTrack.RunsPerBlock; run++)
        {
            var edge = (index * LevelTrack.RunsPerBlock) + run;
            var gain = gains[edge] * scale * short.MaxValue;
            var slope = (gains[edge + 1] - gains[edge]) * scale * short.MaxValue / LevelTrack.RunFrames;
            var start = 2 * run * LevelTrack.RunFrames;
            for (var i = start; i < start + (2 * LevelTrack.RunFrames); i += 2)
            {
                _output[i] = Round(samples[i] * gain);
                _output[i + 1] = Round(samples[i + 1] * gain);
                gain += slope;
            }
        }

        return _output;
    }

    private short Round(float value) =>
        (short)Math.Clamp(MathF.Round(value + (0.5f * (_dither.Next() + _dither.Next()))), short.MinValue, short.MaxValue);
}
