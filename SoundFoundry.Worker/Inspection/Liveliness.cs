namespace SoundFoundry.Worker.Inspection;

/// <summary>How bright and how busy it sounds: the two things by which people tell a mood from another, apart from its key.</summary>
internal sealed class Liveliness(int sampleRate)
{
    private const double Floor = 1e-9;
    private readonly int _hopFrames = sampleRate / 50;
    private float _last;
    private double _energy;
    private double _edge;
    private double _hop;
    private int _filled;
    private double _lastLevel = double.NaN;
    private double _rises;
    private int _hops;

    public void Add(ReadOnlySpan<float> mono)
    {
        foreach (var sample in mono)
        {
            var edge = (double)sample - _last;
            _last = sample;
            _energy += (double)sample * sample;
            _edge += edge * edge;
            _hop += edge * edge;
            if (++_filled == _hopFrames) EndHop();
        }
    }

    /// <summary>0 (dull) to 1 (bright): the middle of its spectrum, by octaves between 200 Hz and 6.4 kHz.</summary>
    public double Brightness()
    {
        if (_energy < Floor) return 0;
        var middle = sampleRate / (2 * Math.PI) * Math.Sqrt(_edge / _energy);
        return Math.Clamp(Math.Log2(Math.Max(middle, 1) / 200) / 5, 0, 1);
    }

    /// <summary>0 (still) to 1 (driving): how much its upper parts leap, in decibels a second.</summary>
    public double Energy() => _hops == 0 ? 0 : Math.Clamp(_rises / _hops * 50 / 100, 0, 1);

    private void EndHop()
    {
        var level = 10 * Math.Log10((_hop / _hopFrames) + Floor);
        if (!double.IsNaN(_lastLevel) && level > _lastLevel) _rises += level - _lastLevel;
        _lastLevel = level;
        _hops++;
        (_hop, _filled) = (0, 0);
    }
}
