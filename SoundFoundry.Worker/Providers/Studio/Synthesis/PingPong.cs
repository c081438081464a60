namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>An echo in time with the music that crosses sides with each repeat and grows duller.</summary>
internal sealed class PingPong(int delayFrames, float feedback)
{
    private readonly float[] _left = new float[delayFrames];
    private readonly float[] _right = new float[delayFrames];
    private float _dullLeft;
    private float _dullRight;
    private int _at;

    public void Process(StereoBlock input, StereoBlock output)
    {
        var (at, dullLeft, dullRight) = (_at, _dullLeft, _dullRight);
        for (var i = 0; i < input.Left.Length; i++)
        {
            var left = _left[at];
            var right = _right[at];
            output.Left[i] = left;
            output.Right[i] = right;
            dullLeft += 0.42f * (left - dullLeft);
            dullRight += 0.42f * (right - dullRight);
            _left[at] = (0.5f * (input.Left[i] + input.Right[i])) + (feedback * dullRight);
            _right[at] = feedback * dullLeft;
            if (++at == delayFrames) at = 0;
        }

        (_at, _dullLeft, _dullRight) = (at, dullLeft, dullRight);
    }
}
