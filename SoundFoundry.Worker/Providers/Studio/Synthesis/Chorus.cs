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
        var write = _write;
        for (var i = 0; i < left.Length; i++)
        {
            _left[write] = left[i];
            _right[write] = right[i];
            left[i] = 0.75f * (left[i] + (0.65f * Read(_right, write, tapLeft)));
            right[i] = 0.75f * (right[i] + (0.65f * Read(_left, write, tapRight)));
            tapLeft += stepLeft;
            tapRight += stepRight;
            write = (write + 1) & (Size - 1);
        }

        _write = write;
        _frame += left.Length;
    }

    private static float Read(float[] line, int write, float delay)
    {
        var whole = (int)delay;
        var part = delay - whole;
        var near = line[(write - whole) & (Size - 1)];
        var far = line[(write - whole - 1) & (Size - 1)];
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
