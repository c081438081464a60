namespace SoundFoundry.Worker.Inspection;

/// <summary>Integrated loudness with its two gates (ITU-R BS.1770-4). Every channel counts alike, as in mono and stereo.</summary>
internal sealed class Loudness(int sampleRate, int channels)
{
    private const int HopsPerBlock = 4;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private readonly KWeighting[] _weightings = [.. Enumerable.Range(0, channels).Select(_ => new KWeighting(sampleRate))];
    private readonly int _hopFrames = sampleRate / 10;
    private readonly List<double> _hops = [];
    private double _energy;
    private int _filled;

    public void Add(float[][] planes, int offset, int frames)
    {
        for (int done = 0, step; done < frames; done += step)
        {
            step = Math.Min(frames - done, _hopFrames - _filled);
            for (var channel = 0; channel < channels; channel++)
                _energy += _weightings[channel].Energy(planes[channel].AsSpan(offset + done, step));
            _filled += step;
            if (_filled < _hopFrames) continue;
            _hops.Add(_energy / _hopFrames);
            (_energy, _filled) = (0, 0);
        }
    }

    /// <summary>LUFS; null if nothing passes the gates.</summary>
    public double? Integrated()
    {
        var blocks = new List<double>();
        for (var i = HopsPerBlock; i <= _hops.Count; i++)
        {
            var power = (_hops[i - 4] + _hops[i - 3] + _hops[i - 2] + _hops[i - 1]) / HopsPerBlock;
            if (Level(power) > AbsoluteGate) blocks.Add(power);
        }

        if (blocks.Count == 0) return null;
        var gate = Level(blocks.Average()) + RelativeGate;
        return Level(blocks.Where(power => Level(power) > gate).Average());
    }

    private static double Level(double power) => -0.691 + (10 * Math.Log10(power));
}
