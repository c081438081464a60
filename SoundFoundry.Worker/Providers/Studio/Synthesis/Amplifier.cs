namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>An overdriven amplifier: a soft clip, then the loudspeaker that hides its sharpest edges.</summary>
internal sealed class Amplifier(float drive)
{
    private const float SpeakerHertz = 4200f;

    private StateVariableFilter _left = Speaker();
    private StateVariableFilter _right = Speaker();

    public void Process(StereoBlock block)
    {
        var (left, right) = (_left, _right);
        for (var i = 0; i < block.Left.Length; i++)
        {
            block.Left[i] = left.Low(Clip(block.Left[i] * drive)) * 0.5f;
            block.Right[i] = right.Low(Clip(block.Right[i] * drive)) * 0.5f;
        }

        (_left, _right) = (left, right);
    }

    private static float Clip(float x)
    {
        x = Math.Clamp(x, -3f, 3f);
        return x * (27f + (x * x)) / (27f + (9f * x * x));
    }

    private static StateVariableFilter Speaker()
    {
        var filter = default(StateVariableFilter);
        filter.Tune(SpeakerHertz, 0.8f);
        return filter;
    }
}
