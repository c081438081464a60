using SoundFoundry.Core.Covers;
using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Tests.Worker.Inspection;

public sealed class CharacterTests
{
    private const int SampleRate = 44_100;

    [Theory]
    [InlineData("C major", 60, 64, 67, 65, 69, 72, 67, 71, 74)]
    [InlineData("A minor", 57, 60, 64, 62, 65, 69, 64, 68, 71)]
    [InlineData("F# minor", 54, 57, 61, 59, 62, 66, 61, 65, 68)]
    [InlineData("Eb major", 63, 67, 70, 68, 72, 75, 70, 74, 77)]
    public void The_three_chords_of_a_key_are_heard_in_it(string key, params int[] pitches)
    {
        var chords = pitches.Chunk(3).Append(pitches[..3]).ToArray();
        Key(time => chords[(int)time % 4].Sum(pitch => 0.1 * Math.Sin(2 * Math.PI * 440 * Math.Pow(2, (pitch - 69) / 12.0) * time)))
            .ShouldBe(MusicalKey.Parse(key));
    }

    [Fact]
    public void Noise_and_silence_are_in_no_key()
    {
        var chance = new Random(1);
        Key(_ => (chance.NextDouble() - 0.5) / 2).ShouldBeNull();
        Key(_ => 0).ShouldBeNull();
    }

    [Fact]
    public void A_high_tone_is_brighter_than_a_low_one_at_any_sample_rate()
    {
        var (low, high) = (Liveliness(44_100, time => Math.Sin(2 * Math.PI * 200 * time)), Liveliness(44_100, time => Math.Sin(2 * Math.PI * 3_200 * time)));

        low.Brightness().ShouldBe(0, 0.01);
        high.Brightness().ShouldBe(0.8, 0.02);
        Liveliness(96_000, time => Math.Sin(2 * Math.PI * 3_200 * time)).Brightness().ShouldBe(0.8, 0.02);
    }

    [Fact]
    public void Beats_have_more_energy_than_a_drone()
    {
        var drone = Liveliness(44_100, time => 0.5 * Math.Sin(2 * Math.PI * 440 * time));
        var beats = Liveliness(44_100, time => 0.5 * Math.Exp(-20 * (time % 0.25)) * Math.Sin(2 * Math.PI * 440 * time));

        drone.Energy().ShouldBeLessThan(0.05);
        beats.Energy().ShouldBeGreaterThan(0.5);
        Liveliness(44_100, _ => 0).Energy().ShouldBe(0);
    }

    private static MusicalKey? Key(Func<double, double> sample)
    {
        var chroma = new Chroma(SampleRate);
        chroma.Add(Sound(SampleRate, sample));
        return chroma.Key();
    }

    private static Liveliness Liveliness(int sampleRate, Func<double, double> sample)
    {
        var liveliness = new Liveliness(sampleRate);
        liveliness.Add(Sound(sampleRate, sample));
        return liveliness;
    }

    private static float[] Sound(int sampleRate, Func<double, double> sample) =>
        [.. Enumerable.Range(0, 4 * sampleRate).Select(frame => (float)sample((double)frame / sampleRate))];
}
