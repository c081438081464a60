namespace SoundFoundry.Worker.Inspection;

/// <param name="SampleRate">Hertz.</param>
internal sealed record WavFormat(int SampleRate, int Channels, WavEncoding Encoding)
{
    public int SampleBytes => Encoding switch
    {
        WavEncoding.Unsigned8 => 1,
        WavEncoding.Signed16 => 2,
        WavEncoding.Signed24 => 3,
        WavEncoding.Float64 => 8,
        _ => 4,
    };

    public int FrameBytes => SampleBytes * Channels;
}
