using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Frequencies over time: every octave as high as any other, 80 dB from dark to light.</summary>
internal sealed class Spectrogram : ISampleMeter
{
    public const int Width = 1_600;
    public const int Height = 400;
    public const int Shades = 48;

    private const double LowestHertz = 40;
    private const double HighestHertz = 16_000;
    private const double Decibels = 80;
    private const double Nothing = 1e-9;
    private const int Window = 4_096;
    private readonly WavFormat _format;
    private readonly double _framesPerColumn;
    private readonly float[] _ring = new float[Window];
    private readonly double[] _magnitudes = new double[Window / 2];
    private readonly FourierTransform _transform = new(Window);
    private readonly double[,] _levels = new double[Width, Height];
    private long _frames;
    private int _columns;

    /// <param name="seconds">How long it will be.</param>
    public Spectrogram(WavFormat format, double seconds)
    {
        _format = format;
        _framesPerColumn = seconds * format.SampleRate / Width;
        Planes = [.. Enumerable.Range(0, format.Channels).Select(_ => new float[TruePeak.History + AudioMeter.BlockFrames])];
    }

    public float[][] Planes { get; }

    public double Seconds => (double)_frames / _format.SampleRate;

    public void Add(int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            var mono = 0f;
            foreach (var plane in Planes) mono += plane[TruePeak.History + frame];
            Take(mono / Planes.Length);
        }
    }

    /// <returns>The picture, row by row from the highest frequency down, one shade for each pixel.</returns>
    public byte[] Finish()
    {
        // What was to come after the end is silence.
        while (_columns < Width) Take(0);
        var loudest = Math.Max(_levels.Cast<double>().Max(), Nothing);
        var shades = new byte[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var level = 1 + (20 * Math.Log10(Math.Max(_levels[x, y], Nothing) / loudest) / Decibels);
                shades[(y * Width) + x] = (byte)Math.Round(Math.Max(level, 0) * (Shades - 1));
            }
        }

        return shades;
    }

    private void Take(float sample)
    {
        _ring[_frames++ % Window] = sample;
        // A column is heard when its middle is in the middle of the window.
        while (_columns < Width && _frames >= ((_columns + 0.5) * _framesPerColumn) + (Window / 2)) Listen(_columns++);
    }

    private void Listen(int column)
    {
        _transform.Transform(_ring, (int)(_frames % Window), _magnitudes);
        var octaves = Math.Log2(Math.Min(HighestHertz, _format.SampleRate * 0.48) / LowestHertz);
        for (var y = 0; y < Height; y++)
        {
            var (low, high) = (Bin(Height - y - 1), Bin(Height - y));
            _levels[column, y] = high - low < 1 ? Between(low) : Loudest((int)low, (int)high);
        }

        double Bin(int row) => LowestHertz * Math.Pow(2, octaves * row / Height) * Window / _format.SampleRate;
    }

    private double Between(double bin)
    {
        var (below, part) = ((int)bin, bin - Math.Floor(bin));
        return (_magnitudes[below] * (1 - part)) + (_magnitudes[below + 1] * part);
    }

    private double Loudest(int from, int to)
    {
        var loudest = 0.0;
        for (var bin = from; bin < to; bin++) loudest = Math.Max(loudest, _magnitudes[bin]);
        return loudest;
    }
}
