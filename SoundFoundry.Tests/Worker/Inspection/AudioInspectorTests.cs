using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Tests.Worker.Inspection;

public sealed partial class AudioInspectorTests(AudioFiles files) : IClassFixture<AudioFiles>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wav_file_is_measured_from_its_samples()
    {
        var path = files.WriteWav(3, time => 0.5 * Math.Sin(2 * Math.PI * 440 * time));
        var facts = await AudioInspector.InspectAsync(path, Cancelled);

        (facts.DurationSeconds, facts.SampleRate, facts.Channels).ShouldBe((3, 44_100, 2));
        facts.Bytes.ShouldBe(new FileInfo(path).Length);
        facts.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Cancelled))));
        facts.Peaks.Count.ShouldBe(2000);
        facts.Peaks.ShouldAllBe(peak => peak > 0.3f && peak <= 0.5f);
        (facts.IsSilent, facts.LongestSilenceSeconds, facts.ClippedSamples).ShouldBe((false, 0, 0));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(1, 24)]
    [InlineData(1, 32)]
    [InlineData(3, 32)]
    [InlineData(3, 64)]
    public async Task Every_encoding_of_wav_is_read_alike(int tag, int bits)
    {
        var codec = tag == 3 ? $"pcm_f{bits}le" : bits == 8 ? "pcm_u8" : $"pcm_s{bits}le";
        var path = await files.MakeAsync("sine=frequency=440:duration=1:sample_rate=48000,volume=4", "wav", "-c:a", codec, "-ac", "1");
        var facts = await AudioInspector.InspectAsync(path, Cancelled);

        (facts.DurationSeconds, facts.SampleRate, facts.Channels).ShouldBe((1, 48_000, 1));
        facts.Peaks.Max().ShouldBe(0.5f, 0.02f);
    }

    [Theory]
    [InlineData("mp3", "-b:a", "128k")]
    [InlineData("flac")]
    [InlineData("ogg", "-c:a", "libvorbis")]
    [InlineData("ogg", "-c:a", "libopus")]
    [InlineData("m4a", "-c:a", "aac")]
    [InlineData("aac", "-c:a", "aac")]
    public async Task Every_other_format_is_measured_after_decoding(string extension, params string[] options)
    {
        var path = await files.MakeAsync("sine=frequency=440:duration=3:sample_rate=48000,volume=4", extension, options);
        var facts = await AudioInspector.InspectAsync(path, Cancelled);

        facts.DurationSeconds.ShouldBe(3, 0.1);
        facts.SampleRate.ShouldBe(48_000);
        facts.Peaks.Max().ShouldBe(0.5f, 0.05f);
        facts.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Cancelled))));
    }

    [Fact]
    public async Task Peaks_follow_the_music()
    {
        var facts =
            await AudioInspector.InspectAsync(files.WriteWav(4, time => time < 1 ? 0 : time < 2 ? 0.25 : time < 3 ? 0.5 : 1), Cancelled);

        facts.Peaks[250].ShouldBe(0);
        facts.Peaks[750].ShouldBe(0.25f, 0.001f);
        facts.Peaks[1250].ShouldBe(0.5f, 0.001f);
        facts.Peaks[1750].ShouldBe(1f, 0.001f);
        facts.LongestSilenceSeconds.ShouldBe(1, 0.003);
        facts.ClippedSamples.ShouldBe(2 * 44_100);
    }

    [Fact]
    public async Task Whispering_below_minus_60_dB_is_silence()
    {
        (await AudioInspector.InspectAsync(files.WriteWav(1, _ => 0.0008), Cancelled)).IsSilent.ShouldBeTrue();
        (await AudioInspector.InspectAsync(files.WriteWav(1, time => time > 0.5 && time < 0.501 ? 0.002 : 0), Cancelled)).IsSilent
            .ShouldBeFalse();
        var digital = await AudioInspector.InspectAsync(files.WriteWav(1, _ => 0), Cancelled);
        (digital.LoudnessLufs, digital.TruePeakDb).ShouldBe((null, double.NegativeInfinity));
    }

    [Fact]
    public async Task A_peak_between_the_samples_is_seen()
    {
        var facts = await AudioInspector.InspectAsync(
            files.WriteWav(1, time => 0.9 * Math.Sin((2 * Math.PI * 11_025 * time) + (Math.PI / 4))), Cancelled);

        ((double)facts.Peaks.Max()).ShouldBe(0.9 * Math.Sqrt(0.5), 0.001);
        facts.TruePeakDb.ShouldBe(20 * Math.Log10(0.9), 0.3);
    }

    [Theory]
    [InlineData("sine=frequency=1000:duration=6:sample_rate=44100")]
    [InlineData("sine=frequency=60:duration=6:sample_rate=48000,volume=5")]
    [InlineData("anoisesrc=duration=8:color=pink:seed=3:sample_rate=44100,volume=0.7,tremolo=f=0.2:d=0.95")]
    [InlineData("anoisesrc=duration=6:color=white:seed=4:sample_rate=32000,volume=0.3")]
    public async Task Loudness_and_true_peak_agree_with_ffmpegs_meter(string source)
    {
        var path = await files.MakeAsync(source, "wav", "-ac", "2");
        var facts = await AudioInspector.InspectAsync(path, Cancelled);
        var meter = await ServerProcess.RunAsync(
            [Programs.Find("ffmpeg"), "-nostats", "-i", path, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"], null,
                Cancelled);

        facts.LoudnessLufs!.Value.ShouldBe(Reading(meter, "I"), 0.15);
        facts.TruePeakDb.ShouldBe(Reading(meter, "Peak"), 0.4);
    }

    private static double Reading(string meter, string name) =>
        double.Parse(
            ReadingLine().Matches(meter).Last(match => match.Groups[1].Value == name).Groups[2].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(I|Peak):\s+(-?[0-9.]+) (?:LUFS|dBFS)")]
    private static partial Regex ReadingLine();
}
