using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Tests.Core.Tracks;

public sealed class TrackNameTests
{
    private static readonly string Pianos = string.Concat(Enumerable.Repeat("🎹", 60));

    [Theory]
    [InlineData("rain on a tin roof", "rain on a tin roof")]
    [InlineData("  rain\n\n on a\ttin roof ", "rain on a tin roof")]
    public void A_short_text_stays_as_it_is_on_one_line(string text, string name) => TrackName.Shorten(text).ShouldBe(name);

    [Fact]
    public void A_long_text_ends_with_a_word() =>
        TrackName.Shorten("slow " + string.Concat(Enumerable.Repeat("rain and wind ", 20))).ShouldBe(
            "slow rain and wind rain and wind rain and wind rain and wind rain and wind rain…");

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("one word ")]
    public void A_name_is_never_cut_inside_a_character(string before)
    {
        var name = TrackName.Shorten(before + Pianos);

        name.ShouldEndWith("🎹…");
        name.Length.ShouldBeInRange(79, 80);
    }
}
