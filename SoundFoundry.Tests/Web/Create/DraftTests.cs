using SoundFoundry.Web.Api;
using SoundFoundry.Web.Create;

namespace SoundFoundry.Tests.Web.Create;

public sealed class DraftTests
{
    [Fact]
    public void What_was_left_empty_is_not_sent()
    {
        var request = new Draft { Prompt = "rain" }.ToRequest(new FormErrors());

        request.ShouldBe(new CreateTrack("rain", 30, false, 0.5, null, null, null, 1));
    }

    [Fact]
    public void Everything_that_was_typed_is_sent()
    {
        var draft = new Draft
        {
            Prompt = "rain", Vocals = "yes", Duration = "12.5", StyleStrength = "0.8",
            Title = " Rain ", Tags = "slow, , piano ", Seed = "7", Variations = "3",
        };

        var request = draft.ToRequest(new FormErrors())!;

        request.Tags.ShouldBe(["slow", "piano"]);
        (request with { Tags = null }).ShouldBe(new CreateTrack("rain", 12.5, true, 0.8, "Rain", null, 7, 3));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("12,5")]
    public void A_length_that_is_no_number_is_told_beside_its_field(string typed)
    {
        var errors = new FormErrors();

        new Draft { Prompt = "rain", Duration = typed }.ToRequest(errors).ShouldBeNull();

        errors["duration_s"].ShouldNotBeNull();
        errors["prompt"].ShouldBeNull();
    }

    [Fact]
    public void What_api_says_of_a_field_stands_beside_it_and_the_rest_above_the_button()
    {
        var errors = new FormErrors();

        var byField = new Dictionary<string, string[]> { ["seed"] = ["Too big."], ["lyrics"] = ["Too long."] };
        errors.Take(new Problem("Wrong.", null, "validation_failed", byField));

        errors["seed"].ShouldBe("Too big.");
        errors.General.ShouldBe("Too long.");
        errors.InMore.ShouldBeTrue();
    }
}
