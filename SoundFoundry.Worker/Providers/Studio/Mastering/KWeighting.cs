using System.Runtime.Intrinsics;
using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>The two filters of ITU-R BS.1770 (head shelf, low cut), left and right side by side in one vector.</summary>
internal struct KWeighting
{
    private static readonly (double B0, double B1, double B2, double A1, double A2) Shelf = MakeShelf();
    private static readonly (double A1, double A2) LowCut = MakeLowCut();

    private Vector128<double> _shelf1;
    private Vector128<double> _shelf2;
    private Vector128<double> _cut1;
    private Vector128<double> _cut2;

    /// <returns>The weighted energy of both channels, summed over the frames.</returns>
    public float Energy(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (b0, b1, b2, a1, a2) = Shelf;
        var (c1, c2) = LowCut;
        var (shelf1, shelf2, cut1, cut2) = (_shelf1, _shelf2, _cut1, _cut2);
        var energy = Vector128<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            var input = Vector128.Create((double)left[i], right[i]);
            var shelved = (b0 * input) + shelf1;
            shelf1 = (b1 * input) - (a1 * shelved) + shelf2;
            shelf2 = (b2 * input) - (a2 * shelved);
            var cut = shelved + cut1;
            cut1 = (-2.0 * shelved) - (c1 * cut) + cut2;
            cut2 = shelved - (c2 * cut);
            energy += cut * cut;
        }

        (_shelf1, _shelf2, _cut1, _cut2) = (shelf1, shelf2, cut1, cut2);
        return (float)Vector128.Sum(energy);
    }

    private static (double B0, double B1, double B2, double A1, double A2) MakeShelf()
    {
        const double q = 0.7071752369554196;
        var k = Math.Tan(Math.PI * 1681.974450955533 / Audio.SampleRate);
        var high = Math.Pow(10.0, 3.999843853973347 / 20.0);
        var band = Math.Pow(high, 0.4996667741545416);
        var a0 = 1.0 + (k / q) + (k * k);
        return (
            (high + (band * k / q) + (k * k)) / a0,
            2.0 * ((k * k) - high) / a0,
            (high - (band * k / q) + (k * k)) / a0,
            2.0 * ((k * k) - 1.0) / a0,
            (1.0 - (k / q) + (k * k)) / a0);
    }

    private static (double A1, double A2) MakeLowCut()
    {
        const double q = 0.5003270373238773;
        var k = Math.Tan(Math.PI * 38.13547087602444 / Audio.SampleRate);
        var a0 = 1.0 + (k / q) + (k * k);
        return (2.0 * ((k * k) - 1.0) / a0, (1.0 - (k / q) + (k * k)) / a0);
    }
}
