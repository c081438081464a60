using System.Numerics;

namespace SoundFoundry.Worker.Inspection;

/// <summary>The highest level of one channel, also between its samples: four times oversampled as in ITU-R BS.1770-4, annex 2.</summary>
internal sealed class TruePeak
{
    /// <summary>How many samples before each block the filter needs to see again.</summary>
    public const int History = Taps - 1;

    private const int Taps = 24;
    private const int Phases = 4;
    private static readonly float[][] Filters = [.. Enumerable.Range(1, Phases - 1).Select(Filter)];

    public float Highest { get; private set; }

    /// <param name="samples"><see cref="History"/> samples of the past, then the new ones.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        var last = samples.Length - History;
        var highest = Vector<float>.Zero;
        var i = 0;
        for (; i <= last - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> first = Vector<float>.Zero, second = Vector<float>.Zero, third = Vector<float>.Zero;
            for (var tap = 0; tap < Taps; tap++)
            {
                var window = new Vector<float>(samples[(i + tap)..]);
                first += window * Filters[0][tap];
                second += window * Filters[1][tap];
                third += window * Filters[2][tap];
            }

            highest = Vector.Max(highest, Vector.Max(Vector.Abs(first), Vector.Max(Vector.Abs(second), Vector.Abs(third))));
            highest = Vector.Max(highest, Vector.Abs(new Vector<float>(samples[(i + History)..])));
        }

        for (var lane = 0; lane < Vector<float>.Count; lane++) Highest = Math.Max(Highest, highest[lane]);
        for (; i < last; i++) AddOne(samples.Slice(i, Taps));
    }

    private void AddOne(ReadOnlySpan<float> window)
    {
        Highest = Math.Max(Highest, Math.Abs(window[^1]));
        foreach (var filter in Filters)
        {
            var between = 0f;
            for (var tap = 0; tap < Taps; tap++) between += window[tap] * filter[tap];
            Highest = Math.Max(Highest, Math.Abs(between));
        }
    }

    /// <summary>A windowed sinc that reads the signal <paramref name="phase"/> quarters of a sample after its middle.</summary>
    private static float[] Filter(int phase)
    {
        var taps = new double[Taps];
        for (var i = 0; i < Taps; i++)
        {
            var distance = i - (Taps / 2) + 1 - ((double)phase / Phases);
            var window = Math.Pow(Math.Cos(Math.PI * distance / (Taps + 1)), 2);
            taps[i] = Math.Sin(Math.PI * distance) / (Math.PI * distance) * window;
        }

        var gain = taps.Sum();
        return [.. taps.Select(tap => (float)(tap / gain))];
    }
}
