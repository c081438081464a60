using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Prompts;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

public sealed class PromptReaderTests
{
    [Theory]
    [InlineData("techno at 120 bpm", 120)]
    [InlineData("120BPM house", 120)]
    [InlineData("90-100 BPM", 95)]
    [InlineData("72 beats per minute", 72)]
    [InlineData("tempo: 88", 88)]
    [InlineData("999 bpm", 240)]
    [InlineData("a song from 1999", null)]
    public void A_tempo_in_numbers_is_read(string prompt, int? expected) => Read(prompt).BeatsPerMinute.ShouldBe(expected);

    [Theory]
    [InlineData("in D minor", "D minor")]
    [InlineData("F# major", "F# major")]
    [InlineData("a piece in a minor", "A minor")]
    [InlineData("Bb major waltz", "Bb major")]
    [InlineData("in the key of C sharp minor", "C# minor")]
    [InlineData("E♭ major", "Eb major")]
    [InlineData("E flat major", "Eb major")]
    [InlineData("D dorian groove", "D dorian")]
    [InlineData("piece in F#m", "F# minor")]
    [InlineData("c-moll", "C minor")]
    public void A_key_is_read(string prompt, string expected)
    {
        var reading = Read(prompt);
        new Key(reading.Tonic!.Value, reading.Mode!.Value).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("a major breakthrough")]
    [InlineData("in a minor key")]
    [InlineData("Am I dreaming")]
    [InlineData("a song in a box")]
    public void An_article_is_no_note(string prompt) => Read(prompt).Tonic.ShouldBeNull();

    [Fact]
    public void A_mode_without_a_note_still_counts() => Read("something in a minor key").Mode.ShouldBe(Mode.Minor);

    [Theory]
    [InlineData("in 3/4", "3/4")]
    [InlineData("a waltz", "3/4")]
    [InlineData("6/8 feel", "6/8")]
    [InlineData("an Irish jig", "6/8")]
    [InlineData("7/8 prog", "7/8")]
    [InlineData("open 24/7", null)]
    public void A_metre_is_read(string prompt, string? expected) => Read(prompt).Metre?.Name.ShouldBe(expected);

    [Theory]
    [InlineData("house without drums", false)]
    [InlineData("no drums", false)]
    [InlineData("no bass or drums", false)]
    [InlineData("beatless techno", false)]
    [InlineData("no piano, drums please", true)]
    [InlineData("ambient with drums", true)]
    [InlineData("ambient", null)]
    public void Drums_are_wanted_refused_or_left_open(string prompt, bool? expected) => Read(prompt).Drums.ShouldBe(expected);

    [Fact]
    public void The_noun_of_a_run_of_genres_leads() => Read("jazzy lo-fi house with trap hats").Genres[0].Name.ShouldBe("house");

    [Fact]
    public void Longer_phrases_win_over_their_words() => Read("electric piano").Wanted.ShouldBe([Instrument.ElectricPiano]);

    [Fact]
    public void Refused_instruments_are_remembered() => Read("pop without guitar").Unwanted.ShouldBe([Instrument.Guitar]);

    [Fact]
    public void Tags_count_as_words() => PromptReader.Read("song", ["techno", "128 bpm"]).BeatsPerMinute.ShouldBe(128);

    private static PromptReading Read(string prompt) => PromptReader.Read(prompt, []);
}
