namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Two slowly moving taps, one a side: one player becomes several.</summary>
internal sealed class Chorus
{
    private const int Size = 2048;
    private const float CentreFrames = 620f;
    private const float SwingFrames = 150f;
    private const float HertzLeft = 0.43f;
    private const float HertzRight = 0.37f;

    private readonly float[] _left = new float[Size];
    private readonly float[] _right = new float[Size];
    private int _write;
    private long _frame;

    public void Process(StereoBlock block)
    {
        var (tapLeft, stepLeft) = Tap(HertzLeft, 0f);
        var (tapRight, stepRight) = Tap(HertzRight, 1.9f);
        var left = block.Left;
        var right = block.Right;
        for (var i = 0; i < left.Length; i++)
        {
            _left[_write] = left[i];
            _right[_write] = right[i];
            left[i] = 0.75f * (left[i] + (0.65f * Read(_right, tapLeft)));
            right[i] = 0.75f * (right[i] + (0.65f * Read(_left, tapRight)));
            tapLeft += stepLeft;
            tapRight += stepRight;
            _write = (_write + 1) & (Size - 1);
        }

        _frame += left.Length;
    }

    private float Read(float[] line, float delay)
    {
        var whole = (int)delay;
        var part = delay - whole;
        var near = line[(_write - whole) & (Size - 1)];
        var far = line[(_write - whole - 1) & (Size - 1)];
        return near + (part * (far - near));
    }

    private (float Start, float Step) Tap(float hertz, float phase)
    {
        var start = Position(hertz, phase, _frame);
        return (start, (Position(hertz, phase, _frame + Audio.BlockFrames) - start) / Audio.BlockFrames);
    }

    private static float Position(float hertz, float phase, long frame) =>
        CentreFrames + (SwingFrames * MathF.Sin((float)(2.0 * Math.PI * hertz * frame / Audio.SampleRate) + phase));
}
