using SoundFoundry.Worker.Providers.Studio;
using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

public sealed class ComposerTests
{
    public static TheoryData<string, double> Prompts => PromptCases.Rows();

    [Fact]
    public void The_same_request_gives_the_same_notes() => Notes(Compose("jazz", seed: 3)).ShouldBe(Notes(Compose("jazz", seed: 3)));

    [Fact]
    public void Prompts_and_seeds_each_give_a_piece_of_their_own()
    {
        var pieces = PromptCases.All.Select(row => Compose(row.Prompt)).Concat(Enumerable.Range(2, 20).Select(seed => Compose("pop", seed: seed)));
        pieces.Select(piece => string.Join(' ', Notes(piece))).Distinct().Count().ShouldBe(PromptCases.All.Count + 20);
    }

    [Theory]
    [InlineData("techno, 128 bpm, in F# minor", 128, "F# minor", "4/4", true)]
    [InlineData("waltz at 150 bpm in Bb major without drums", 150, "Bb major", "3/4", false)]
    [InlineData("slow piano, 60 bpm, D minor, no drums", 60, "D minor", "4/4", false)]
    [InlineData("6/8 folk with drums in G major at 70 bpm", 70, "G major", "6/8", true)]
    [InlineData("ambient with drums, 80 bpm, E dorian, 5/4", 80, "E dorian", "5/4", true)]
    public void What_the_prompt_asks_for_is_what_is_written(string prompt, int tempo, string key, string metre, bool drums)
    {
        var piece = Compose(prompt);
        piece.Style.BeatsPerMinute.ShouldBe(tempo);
        piece.Style.Key.ToString().ShouldBe(key);
        piece.Style.Metre.Name.ShouldBe(metre);
        piece.HasDrums.ShouldBe(drums);
    }

    [Fact]
    public void A_warm_ambient_pad_is_slow_soft_and_without_drums()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var piece = Compose("Warm ambient pad", seed: seed);
            piece.HasDrums.ShouldBeFalse();
            piece.Style.BeatsPerMinute.ShouldBeLessThan(80);
            piece.Style.Energy.ShouldBeLessThan(25);
            piece.Parts.ShouldContain(part => part.Role == Role.Pad);
        }
    }

    [Fact]
    public void Energetic_techno_drives()
    {
        var piece = Compose("energetic techno");
        piece.HasDrums.ShouldBeTrue();
        piece.Style.BeatsPerMinute.ShouldBeGreaterThan(124);
        piece.Style.Energy.ShouldBeGreaterThan(85);
        var kicks = piece.Parts.Single(part => part.Role == Role.Drums).Notes.Where(note => note.Pitch == (int)Drum.Kick).ToList();
        var verse = piece.Sections.First(section => section.Kind == SectionKind.Verse);
        for (var beat = verse.Start; beat < verse.Start + (8 * Metre.Quarter); beat += Metre.Quarter)
            kicks.ShouldContain(note => note.Start == beat);
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Every_piece_ends_on_its_tonic_within_the_asked_time(string prompt, double seconds)
    {
        var piece = Compose(prompt, seconds);
        piece.Chords[^1].Chord.Root.ShouldBe(piece.Style.Key.Tonic);
        piece.Chords[0].Chord.Root.ShouldBe(piece.Style.Key.Tonic);
        piece.Parts.SelectMany(part => part.Notes).Max(note => note.Start).ShouldBeLessThan(piece.Tempo.Ticks(seconds));
        piece.Tempo.Seconds(piece.FinalTick).ShouldBeInRange(0.2, seconds - 0.8);
        piece.Sections[^1].Kind.ShouldBe(SectionKind.Ending);
    }

    [Fact]
    public void The_form_of_a_long_piece_has_an_introduction_and_sections_that_differ_and_return()
    {
        var piece = Compose("pop", 180);
        piece.Sections[0].Kind.ShouldBe(SectionKind.Intro);
        piece.Sections.Select(section => section.Kind).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
        piece.Sections.Count(section => section.Kind == SectionKind.Chorus).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void The_motif_returns_in_each_verse()
    {
        var piece = Compose("folk song with flute", 120, strength: 0.1);
        var lead = piece.Parts.Single(part => part.Role == Role.Lead).Notes;
        var verses = piece.Sections.Where(section => section.Kind == SectionKind.Verse).ToList();
        verses.Count.ShouldBeGreaterThanOrEqualTo(2);
        var openings = verses.Select(verse => Opening(lead, verse, piece.Style.Metre.BarTicks)).ToList();
        openings[0].Count.ShouldBeGreaterThanOrEqualTo(1);
        openings.ShouldAllBe(rhythm => openings[0].Intersect(rhythm).Count() * 2 >= openings[0].Count);
    }

    [Fact]
    public void Style_strength_moves_from_plain_to_bold()
    {
        var (plain, bold) = (Compose("pop", 60, strength: 0.0), Compose("pop", 60, strength: 1.0));
        bold.Style.Brightness.ShouldBeGreaterThan(plain.Style.Brightness);
        bold.Chords.Average(span => span.Chord.Intervals.Count).ShouldBeGreaterThan(plain.Chords.Average(span => span.Chord.Intervals.Count));
        bold.Style.Key.ShouldBe(plain.Style.Key);
    }

    [Fact]
    public void Vocals_are_a_choir_and_said_to_be_wordless()
    {
        Compose("pop").HasWordlessVocals.ShouldBeFalse();
        var sung = Composer.Compose(new StudioRequest("pop", [], 30, 0.5, HasVocals: true, 1));
        sung.HasWordlessVocals.ShouldBeTrue();
        sung.Parts.ShouldContain(part => part.Role == Role.Choir && part.Notes.Count > 0);
    }

    private static List<int> Opening(IReadOnlyList<Note> lead, Section verse, int ticks) =>
        [.. lead.Where(note => note.Start >= verse.Start && note.Start < verse.Start + ticks).Select(note => note.Start - verse.Start)];

    private static Composition Compose(string prompt, double seconds = 30, double strength = 0.5, long seed = 1) =>
        Composer.Compose(new StudioRequest(prompt, [], seconds, strength, false, seed));

    private static IEnumerable<Note> Notes(Composition piece) => piece.Parts.SelectMany(part => part.Notes);
}
