namespace SoundFoundry.Worker.Inspection;

/// <summary>Measures samples as they pass; its memory grows by four bytes for every 64 frames.</summary>
internal sealed class AudioMeter : ISampleMeter
{
    /// <summary>How many frames one call may add, a multiple of <see cref="Envelope.SliceFrames"/>.</summary>
    public const int BlockFrames = 8192;

    // The lowest step below full scale of 16 bits; what was ever clipped sits at or above it.
    private const float FullScale = 32767f / 32768f;
    private readonly WavFormat _format;
    private readonly Envelope _envelope = new();
    private readonly Loudness _loudness;
    private readonly TruePeak[] _truePeaks;
    private readonly Character _character;
    private long _frames;
    private long _clipped;

    public AudioMeter(WavFormat format)
    {
        _format = format;
        _loudness = new Loudness(format.SampleRate, format.Channels);
        _character = new Character(format.SampleRate);
        _truePeaks = [.. Enumerable.Range(0, format.Channels).Select(_ => new TruePeak())];
        Planes = [.. Enumerable.Range(0, format.Channels).Select(_ => new float[TruePeak.History + BlockFrames])];
    }

    public float[][] Planes { get; }

    public double Seconds => (double)_frames / _format.SampleRate;

    public void Add(int frames)
    {
        _frames += frames;
        _envelope.Add(Planes, TruePeak.History, frames);
        _loudness.Add(Planes, TruePeak.History, frames);
        _character.Add(Planes, TruePeak.History, frames);
        for (var channel = 0; channel < Planes.Length; channel++)
        {
            var samples = Planes[channel].AsSpan(0, TruePeak.History + frames);
            _truePeaks[channel].Add(samples);
            foreach (var sample in samples[TruePeak.History..])
                if (Math.Abs(sample) >= FullScale) _clipped++;
            samples[^TruePeak.History..].CopyTo(samples);
        }
    }

    public AudioFacts Facts(string container, long bytes, string sha256) => new(
        container,
        bytes,
        sha256,
        Seconds,
        _format.SampleRate,
        _format.Channels,
        _envelope.Peaks(),
        _envelope.LongestSilenceSeconds(_format.SampleRate),
        _clipped,
        20 * Math.Log10(_truePeaks.Max(peak => peak.Highest)),
        _loudness.Integrated(),
        _character.Key(),
        _character.Brightness(),
        _character.Energy());
}
