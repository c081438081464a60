namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Plays a recorded sound once.</summary>
internal sealed class SampleVoice(float[] samples, float left, float right) : Voice
{
    private int _frame;

    public override bool Render(Span<float> leftOut, Span<float> rightOut)
    {
        var length = Math.Min(leftOut.Length, samples.Length - _frame);
        var source = samples.AsSpan(_frame, length);
        StereoBlock.AddScaled(leftOut, source, left);
        StereoBlock.AddScaled(rightOut, source, right);
        _frame += length;
        return _frame < samples.Length;
    }
}
