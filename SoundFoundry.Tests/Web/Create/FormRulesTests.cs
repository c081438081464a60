using SoundFoundry.Web.Api;
using SoundFoundry.Web.Create;

namespace SoundFoundry.Tests.Web.Create;

public sealed class FormRulesTests
{
    private static readonly ModelEntry Band = new("band", null, "none", 10, 90) { TakesSeed = true };
    private static readonly ModelEntry Singer = new("singer", null, "sung", 5, 240) { LyricsRequired = true, Instrumental = "never", ControlsDuration = false };
    private static readonly ModelEntry Choir = new("choir", null, "wordless", 5, 240) { TakesSeed = true };

    private static readonly ProviderList Both = new(
        "fal", [new("fal", true, [Band, Singer]), new("replicate", false, []), new("studio", true, [Choir])]);

    [Fact]
    public void A_model_that_plays_only_is_asked_for_no_voice_whatever_was_chosen_before()
    {
        var rules = Rules("fal/band", vocals: "yes");

        rules.CanSing.ShouldBeFalse();
        rules.HasVocals.ShouldBeFalse();
        (rules.MinSeconds, rules.MaxSeconds).ShouldBe((10, 90));
    }

    [Fact]
    public void A_model_that_always_sings_is_asked_for_a_voice_and_needs_words()
    {
        var rules = Rules("fal/singer", vocals: "no");

        rules.HasVocals.ShouldBeTrue();
        rules.NeedsLyrics.ShouldBeTrue();
        rules.ControlsLength.ShouldBeFalse();
        rules.TakesSeed.ShouldBeFalse();
    }

    [Fact]
    public void A_choir_without_words_takes_none() => Rules("studio/choir", vocals: "yes").TakesLyrics.ShouldBeFalse();

    [Theory]
    [InlineData("no", 10, 90)]
    [InlineData("yes", 5, 240)]
    public void Whoever_can_decides_the_bounds_when_nobody_is_chosen(string vocals, double min, double max)
    {
        var rules = Rules("", vocals);

        (rules.Provider, rules.Model).ShouldBe((null, null));
        (rules.MinSeconds, rules.MaxSeconds).ShouldBe((min, max));
    }

    [Theory]
    [InlineData("replicate/gone")]
    [InlineData("nobody")]
    public void Who_is_no_longer_set_up_is_not_asked_for(string chosen) => Rules(chosen, "no").Provider.ShouldBeNull();

    [Theory]
    [InlineData("500", 240)]
    [InlineData("1", 5)]
    [InlineData("many", 30)]
    public void A_model_that_decides_the_length_is_asked_for_one_it_takes(string typed, double seconds) =>
        Rules("fal/singer", "yes").NearestSeconds(typed).ShouldBe(seconds);

    private static FormRules Rules(string chosen, string vocals) =>
        FormRules.Of(Both, new Draft { Mode = Draft.Custom, Model = chosen, Vocals = vocals });
}
