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
        for (var i = 0; i < input.Left.Length; i++)
        {
            var left = _left[_at];
            var right = _right[_at];
            output.Left[i] = left;
            output.Right[i] = right;
            _dullLeft += 0.42f * (left - _dullLeft);
            _dullRight += 0.42f * (right - _dullRight);
            _left[_at] = (0.5f * (input.Left[i] + input.Right[i])) + (feedback * _dullRight);
            _right[_at] = feedback * _dullLeft;
            if (++_at == delayFrames) _at = 0;
        }
    }
}
