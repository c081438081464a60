namespace SoundFoundry.Worker.Renditions;

/// <summary>Magnitudes of the frequencies in a stretch of samples, by the fast Fourier transform (Cooley and Tukey, radix 2, in place).</summary>
internal sealed class FourierTransform
{
    private readonly int _size;
    private readonly double[] _window;
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private readonly double[] _real;
    private readonly double[] _imaginary;

    /// <param name="size">A power of two.</param>
    public FourierTransform(int size)
    {
        _size = size;
        _window = [.. Enumerable.Range(0, size).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / size)))];
        _cosines = [.. Enumerable.Range(0, size / 2).Select(i => Math.Cos(2 * Math.PI * i / size))];
        _sines = [.. Enumerable.Range(0, size / 2).Select(i => -Math.Sin(2 * Math.PI * i / size))];
        (_real, _imaginary) = (new double[size], new double[size]);
    }

    /// <param name="samples">A ring of as many samples as the transform is long.</param>
    /// <param name="first">Where in the ring the oldest one is.</param>
    /// <param name="magnitudes">Half as many as samples; a full-scale sine gives about 1.</param>
    public void Transform(ReadOnlySpan<float> samples, int first, Span<double> magnitudes)
    {
        var shift = 32 - int.Log2(_size);
        for (var i = 0; i < _size; i++)
        {
            var place = (int)(Reverse((uint)i) >> shift);
            _real[place] = samples[(first + i) % _size] * _window[i];
            _imaginary[place] = 0;
        }

        for (var half = 1; half < _size; half *= 2)
            for (var start = 0; start < _size; start += 2 * half)
                for (var i = start; i < start + half; i++) Butterfly(i, i + half, (i - start) * (_size / 2 / half));
        for (var i = 0; i < magnitudes.Length; i++)
            magnitudes[i] = 4 * Math.Sqrt((_real[i] * _real[i]) + (_imaginary[i] * _imaginary[i])) / _size;
    }

    private void Butterfly(int one, int other, int turn)
    {
        var real = (_real[other] * _cosines[turn]) - (_imaginary[other] * _sines[turn]);
        var imaginary = (_real[other] * _sines[turn]) + (_imaginary[other] * _cosines[turn]);
        (_real[other], _imaginary[other]) = (_real[one] - real, _imaginary[one] - imaginary);
        (_real[one], _imaginary[one]) = (_real[one] + real, _imaginary[one] + imaginary);
    }

    private static uint Reverse(uint bits)
    {
        bits = ((bits >> 1) & 0x5555_5555) | ((bits & 0x5555_5555) << 1);
        bits = ((bits >> 2) & 0x3333_3333) | ((bits & 0x3333_3333) << 2);
        bits = ((bits >> 4) & 0x0F0F_0F0F) | ((bits & 0x0F0F_0F0F) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits);
    }
}
