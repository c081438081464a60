using System.Numerics;
using SoundFoundry.Core.Covers;

namespace SoundFoundry.Worker.Inspection;

/// <summary>How strongly each of the twelve pitch classes sounds, by Goertzel filters from E2 to D#6; its memory does not grow.</summary>
internal sealed class Chroma
{
    private const int Window = 4096;
    private const int LowestPitch = 40;
    private const int PitchCount = 48;
    private const double NearlyNothing = 1e-6;

    // How far the pitch classes differ, beside how strong they are: noise and drums reach a tenth, music a quarter and more.
    private const double LeastContrast = 0.15;

    // How much each step above the tonic belongs to a key, as listeners rated it (Krumhansl and Kessler, 1982).
    private static readonly double[] Major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] Minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    private readonly int _decimation;
    private readonly double[] _turns;
    private readonly double[] _window = new double[Window];
    private readonly double[] _classes = new double[12];
    private double _sum;
    private int _summed;
    private int _filled;

    public Chroma(int sampleRate)
    {
        _decimation = Math.Max(1, (int)Math.Round(sampleRate / 11_025.0));
        var rate = (double)sampleRate / _decimation;
        var lanes = Vector<double>.Count;
        _turns = [.. Enumerable.Range(LowestPitch, (PitchCount + lanes - 1) / lanes * lanes)
            .Select(pitch => 2 * Math.Cos(2 * Math.PI * 440 * Math.Pow(2, (pitch - 69) / 12.0) / rate))];
    }

    public void Add(ReadOnlySpan<float> mono)
    {
        foreach (var sample in mono)
        {
            _sum += sample;
            if (++_summed < _decimation) continue;
            _window[_filled++] = _sum / _decimation;
            (_sum, _summed) = (0, 0);
            if (_filled < Window) continue;
            Listen();
            _filled = 0;
        }
    }

    /// <summary>Null if there was too little to hear, or no key in it.</summary>
    public MusicalKey? Key()
    {
        var mean = _classes.Average();
        if (mean < NearlyNothing || Spread(_classes) < LeastContrast * mean) return null;
        return Enumerable.Range(0, 24)
            .Select(i => new MusicalKey(i % 12, i >= 12))
            .MaxBy(key => Fit(key.IsMinor ? Minor : Major, key.Tonic));
    }

    /// <summary>The correlation with the profile, but for a factor that is the same for all keys.</summary>
    private double Fit(double[] profile, int tonic)
    {
        var mean = profile.Average();
        return Enumerable.Range(0, 12).Sum(i => _classes[(i + tonic) % 12] * (profile[i] - mean)) / Spread(profile);
    }

    private static double Spread(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private void Listen()
    {
        for (var first = 0; first < _turns.Length; first += Vector<double>.Count)
        {
            var turn = new Vector<double>(_turns, first);
            var (one, two) = (Vector<double>.Zero, Vector<double>.Zero);
            foreach (var sample in _window) (one, two) = (new Vector<double>(sample) + (turn * one) - two, one);
            var energy = Vector.Max(Vector<double>.Zero, (one * one) + (two * two) - (turn * one * two));
            for (var lane = 0; lane < Vector<double>.Count && first + lane < PitchCount; lane++)
                _classes[(LowestPitch + first + lane) % 12] += Math.Sqrt(energy[lane]);
        }
    }
}
