using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Tests.Worker.Inspection;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.Renditions;

namespace SoundFoundry.Tests.Worker.Renditions;

public sealed class RenditionMakerTests(AudioFiles files) : IClassFixture<AudioFiles>
{
    private static readonly Track Track = new()
    {
        UserId = 1, Title = "Any", Prompt = "any", DurationSeconds = 3, HasVocals = false, StyleStrength = 0.5, Seed = 1,
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mp3", "-b:a", "128k")]
    [InlineData("flac")]
    [InlineData("ogg", "-c:a", "libvorbis")]
    [InlineData("m4a", "-c:a", "aac")]
    [InlineData("wav", "-c:a", "pcm_s24le")]
    [InlineData("wav", "-ac", "6")]
    public async Task Whatever_a_provider_sent_can_be_had_in_every_format(string extension, params string[] options)
    {
        var source = await files.MakeAsync("sine=frequency=440:duration=3:sample_rate=48000,volume=4", extension, options);
        foreach (var kind in new[] { RenditionKind.Wav, RenditionKind.Mp3, RenditionKind.Flac, RenditionKind.Ogg })
        {
            var output = files.NewPath(kind.Extension());
            await TaggedAudio.MakeAsync(kind, Track, Artifact(extension), source, output, Cancelled);

            var probe = await Probe.OfAsync(output);
            probe.Seconds.ShouldBe(3, 0.1);
            probe.Tags["title"].ShouldBe("Any");
            (await AudioInspector.InspectAsync(output, Cancelled)).Peaks.Max().ShouldBeGreaterThan(0.1f);
        }
    }

    [Fact]
    public async Task Nothing_of_24_bits_is_lost_in_flac()
    {
        var source = await files.MakeAsync("sine=frequency=440:duration=1:sample_rate=48000,volume=0.01", "wav", "-c:a", "pcm_s24le");
        var output = files.NewPath("flac");
        await TaggedAudio.MakeAsync(RenditionKind.Flac, Track, Artifact("wav"), source, output, Cancelled);

        (await Probe.OfAsync(output)).Bits.ShouldBe(24);
    }

    [Fact]
    public async Task A_tone_is_the_brightest_line_of_the_spectrogram_where_its_pitch_is()
    {
        await using var wav = File.OpenRead(files.WriteWav(3, time => 0.5 * Math.Sin(2 * Math.PI * 800 * time)));
        var shades = (await WavMeasurement.MeasureAsync(wav, format => new Spectrogram(format, 3), Cancelled)).Finish();

        var column = Enumerable.Range(0, Spectrogram.Height).Select(y => shades[(y * Spectrogram.Width) + 800]).ToList();
        // 800 Hz is exactly in the middle between 40 Hz and 16 kHz, by octaves.
        ((double)column.IndexOf(column.Max())).ShouldBe(Spectrogram.Height / 2.0, 4);
        column[0].ShouldBe((byte)0);
        column[^1].ShouldBe((byte)0);
    }

    [Fact]
    public async Task What_is_no_audio_is_said_to_be_none()
    {
        var source = files.Write("wav", "#EXTM3U\nfile:///etc/passwd"u8.ToArray());
        await Should.ThrowAsync<InvalidDataException>(
            TaggedAudio.MakeAsync(RenditionKind.Mp3, Track, Artifact("wav"), source, files.NewPath("mp3"), Cancelled));
    }

    private static Artifact Artifact(string extension) => new($"users/1/tracks/1/1-1.{extension}", "", 1, "", 3, [1, 200, 9, 80]);
}
