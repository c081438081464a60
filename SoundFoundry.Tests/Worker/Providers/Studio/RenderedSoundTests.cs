namespace SoundFoundry.Tests.Worker.Providers.Studio;

public sealed class RenderedSoundTests
{
    public static TheoryData<string, double> Prompts => PromptCases.Rows();

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task A_track_has_the_asked_length_a_broadcast_loudness_and_no_hole(string prompt, double seconds)
    {
        var track = RenderedTrack.Of(prompt, seconds, strength: 0.6, vocals: prompt.Contains("vocals"));
        track.Seconds.ShouldBe(seconds, 0.05);

        var reading = await LoudnessReading.OfAsync(track.Wav, TestContext.Current.CancellationToken);
        reading.TruePeak.ShouldBeLessThanOrEqualTo(-1.0);
        reading.Integrated.ShouldBe(-14.0, 1.5);

        var final = track.Composition.Tempo.Seconds(track.Composition.FinalTick);
        track.LongestSilence(until: final).ShouldBeLessThanOrEqualTo(1.5);
    }

    [Theory]
    [InlineData("energetic techno", 20)]
    [InlineData("romantic ballad with violin", 24)]
    [InlineData("happy folk guitar", 20)]
    public void The_ending_rings_out_instead_of_being_cut(string prompt, double seconds)
    {
        var track = RenderedTrack.Of(prompt, seconds);
        var final = track.Composition.Tempo.Seconds(track.Composition.FinalTick);
        (seconds - final).ShouldBeInRange(1.0, 10.0);
        track.Decibels(final, final + 0.5).ShouldBeGreaterThan(-30.0);
        track.Decibels(seconds - 0.05, seconds).ShouldBeLessThan(-45.0);
    }

    [Theory]
    [InlineData("techno 130 bpm", 130)]
    [InlineData("house 122 bpm", 122)]
    [InlineData("rock 116 bpm", 116)]
    [InlineData("punk 176 bpm", 176)]
    [InlineData("lo-fi hip hop 80 bpm", 80)]
    [InlineData("trance 138 bpm", 138)]
    [InlineData("disco 118 bpm", 118)]
    [InlineData("reggae at 76 bpm", 76)]
    [InlineData("funk, 104 bpm", 104)]
    [InlineData("chiptune 150 bpm", 150)]
    [InlineData("waltz in 3/4, 120 bpm", 120)]
    [InlineData("folk guitar 96 bpm", 96)]
    public void The_tempo_that_was_asked_for_is_heard(string prompt, int asked)
    {
        var heard = TempoEstimate.Of(RenderedTrack.Of(prompt, 20));
        TempoEstimate.Agrees(heard, asked).ShouldBeTrue($"heard {heard} bpm");
    }

    [Fact]
    public void The_key_that_was_asked_for_is_heard()
    {
        string[] prompts =
        [
            "ambient pad in D minor", "piano in C major", "folk guitar in G major", "cinematic strings in A minor", "house in F# minor",
            "waltz in Bb major", "jazz in E minor", "techno in C minor", "ballad in E flat major", "celtic harp in D major",
            "synthwave in B minor", "lullaby in F major", "march in C major", "trance in G minor",
        ];
        var tracks = prompts.Select(prompt => RenderedTrack.Of(prompt, 20)).ToList();
        var heard = tracks.Select(track => (Key: KeyEstimate.Of(track), track.Composition.Style)).ToList();

        foreach (var (key, style) in heard)
            KeyEstimate.IsNear(key, style.Key).ShouldBeTrue($"{style.Genre}: {style.Key} heard as {key}");
        heard.Count(pair => KeyEstimate.IsSame(pair.Key, pair.Style.Key)).ShouldBeGreaterThanOrEqualTo(prompts.Length * 2 / 3);
    }

    [Fact]
    public void Energetic_techno_is_brighter_and_busier_than_a_warm_ambient_pad()
    {
        var (pad, techno) = (RenderedTrack.Of("Warm ambient pad", 12), RenderedTrack.Of("energetic techno", 12));
        TrebleShare(techno).ShouldBeGreaterThan(2 * TrebleShare(pad));
        techno.Composition.Parts.Sum(part => part.Notes.Count).ShouldBeGreaterThan(3 * pad.Composition.Parts.Sum(part => part.Notes.Count));
    }

    /// <summary>Energy of the differences between samples over that of the samples: grows by 6 dB an octave.</summary>
    private static double TrebleShare(RenderedTrack track)
    {
        var (differences, samples) = (0.0, 0.0);
        for (var frame = 1; frame < track.Frames; frame++)
        {
            differences += Math.Pow(track.Mono(frame) - track.Mono(frame - 1), 2);
            samples += Math.Pow(track.Mono(frame), 2);
        }

        return differences / samples;
    }
}
