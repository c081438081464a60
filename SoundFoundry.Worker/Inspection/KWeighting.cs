namespace SoundFoundry.Worker.Inspection;

/// <summary>The two filters that make a meter hear as people do (ITU-R BS.1770-4, annex 1), for one channel at any sample rate.</summary>
internal sealed class KWeighting(int sampleRate)
{
    private readonly Biquad _shelf = Shelf(sampleRate);
    private readonly Biquad _highPass = HighPass(sampleRate);

    /// <summary>The energy of these samples after both filters.</summary>
    public double Energy(ReadOnlySpan<float> samples)
    {
        Biquad shelf = _shelf, highPass = _highPass;
        var energy = 0.0;
        foreach (var sample in samples)
        {
            var weighted = highPass.Next(shelf.Next(sample));
            energy += weighted * weighted;
        }

        return energy;
    }

    private static Biquad Shelf(int sampleRate)
    {
        const double frequency = 1681.974450955533, gainDb = 3.999843853973347, q = 0.7071752369554196;
        var k = Math.Tan(Math.PI * frequency / sampleRate);
        var high = Math.Pow(10, gainDb / 20);
        var band = Math.Pow(high, 0.4996667741545416);
        var a0 = 1 + (k / q) + (k * k);
        return new Biquad(
            (high + (band * k / q) + (k * k)) / a0, 2 * ((k * k) - high) / a0, (high - (band * k / q) + (k * k)) / a0,
            2 * ((k * k) - 1) / a0, (1 - (k / q) + (k * k)) / a0);
    }

    private static Biquad HighPass(int sampleRate)
    {
        const double frequency = 38.13547087602444, q = 0.5003270373238773;
        var k = Math.Tan(Math.PI * frequency / sampleRate);
        var a0 = 1 + (k / q) + (k * k);
        return new Biquad(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / q) + (k * k)) / a0);
    }
}
