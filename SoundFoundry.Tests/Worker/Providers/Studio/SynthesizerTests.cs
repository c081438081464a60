using System.Text;
using SoundFoundry.Worker.Providers.Studio;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

public sealed class SynthesizerTests
{
    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        var (first, second) = (RenderedTrack.Of("funk with brass", 8, seed: 7), RenderedTrack.Of("funk with brass", 8, seed: 7));
        first.Wav.AsSpan().SequenceEqual(second.Wav).ShouldBeTrue();
    }

    [Fact]
    public void The_file_is_16_bit_stereo_wave_at_44100_hertz_and_its_header_tells_its_length()
    {
        var wav = RenderedTrack.Of("piano", 5).Wav;
        Encoding.ASCII.GetString(wav, 0, 4).ShouldBe("RIFF");
        BitConverter.ToInt32(wav, 4).ShouldBe(wav.Length - 8);
        Encoding.ASCII.GetString(wav, 8, 8).ShouldBe("WAVEfmt ");
        BitConverter.ToInt16(wav, 22).ShouldBe((short)2);
        BitConverter.ToInt32(wav, 24).ShouldBe(44_100);
        BitConverter.ToInt16(wav, 34).ShouldBe((short)16);
        BitConverter.ToInt32(wav, 40).ShouldBe(wav.Length - 44);
    }

    [Fact]
    public void Progress_rises_and_ends_at_one()
    {
        var progress = new ProgressLog();
        Synthesizer.Render(Composition("disco", 20), Stream.Null, progress, TestContext.Current.CancellationToken);
        progress.Reports.Count.ShouldBeGreaterThan(20);
        progress.Reports.ShouldBeInOrder(SortDirection.Ascending);
        progress.Reports[^1].ShouldBe(1.0);
    }

    [Fact]
    public void A_cancelled_render_stops_before_it_writes_anything()
    {
        using var cancellation = new CancellationTokenSource();
        using var wav = new MemoryStream();
        var progress = new CancelAt(0.5, cancellation);
        Should.Throw<OperationCanceledException>(() => Synthesizer.Render(Composition("rock", 30), wav, progress, cancellation.Token));
        wav.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("ambient, 40 bpm", 5)]
    [InlineData("drone, 30 bpm, 12/8", 5)]
    [InlineData("punk, 240 bpm", 5)]
    [InlineData("", 5)]
    [InlineData("\u202E\0 ///### no no no without", 5)]
    [InlineData("jazz", 5.3)]
    [InlineData("drone", 240)]
    public void Extremes_still_become_sound_of_the_asked_length(string prompt, double seconds)
    {
        var track = RenderedTrack.Of(prompt, seconds, strength: 1.0, vocals: true);
        track.Seconds.ShouldBe(seconds, 0.05);
        track.Decibels(0, seconds).ShouldBeGreaterThan(-30.0);
    }

    [Fact]
    public void A_choir_changes_the_sound()
    {
        var (with, without) = (RenderedTrack.Of("pop song", 8, vocals: true), RenderedTrack.Of("pop song", 8));
        with.Wav.AsSpan().SequenceEqual(without.Wav).ShouldBeFalse();
    }

    private static Composition Composition(string prompt, double seconds) =>
        Composer.Compose(new StudioRequest(prompt, [], seconds, 0.5, false, 1));

    private sealed class CancelAt(double share, CancellationTokenSource cancellation) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share) cancellation.Cancel();
        }
    }
}
