using SoundFoundry.Web.Api;
using SoundFoundry.Web.Create;

namespace SoundFoundry.Tests.Web.Create;

public sealed class DraftTests
{
    private static readonly FormRules Anything = FormRules.Of(list: null, new Draft { Mode = Draft.Custom });

    [Fact]
    public void One_box_asks_for_no_more_than_what_stands_in_it()
    {
        var draft = new Draft { Prompt = "rain", Title = "typed before", Duration = "many", Variations = "3" };

        draft.ToRequest(Anything, ALanguage.Errors()).ShouldBe(new CreateTrack("rain", 30, false, 0.5));
    }

    [Fact]
    public void What_was_left_empty_is_not_sent()
    {
        var request = new Draft { Mode = Draft.Custom, Prompt = "rain" }.ToRequest(Anything, ALanguage.Errors());

        request.ShouldBe(new CreateTrack("rain", 30, false, 0.5) { Variations = 1 });
    }

    [Fact]
    public void Everything_that_was_typed_is_sent()
    {
        var draft = new Draft
        {
            Mode = Draft.Custom, Prompt = "rain", Vocals = "yes", Duration = "12.5", StyleStrength = "0.8",
            Title = " Rain ", Tags = "slow, , piano ", Seed = "7", Variations = "3",
        };

        var request = draft.ToRequest(FormRules.Of(list: null, draft), ALanguage.Errors())!;

        request.Tags.ShouldBe(["slow", "piano"]);
        (request with { Tags = null }).ShouldBe(new CreateTrack("rain", 12.5, true, 0.8) { Title = "Rain", Seed = 7, Variations = 3 });
    }

    [Theory]
    [InlineData("many")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("12,5")]
    public void A_length_that_is_no_number_is_told_beside_its_field(string typed)
    {
        var errors = ALanguage.Errors();

        new Draft { Mode = Draft.Custom, Prompt = "rain", Duration = typed }.ToRequest(Anything, errors).ShouldBeNull();

        errors["duration_s"].ShouldNotBeNull();
        errors["prompt"].ShouldBeNull();
    }

    [Theory]
    [InlineData("fal", "ace-step", "fal/ace-step")]
    [InlineData("fal", null, "fal")]
    [InlineData(null, "stable-audio-2.5", "replicate/stable-audio-2.5")]
    [InlineData(null, null, "")]
    public void Who_was_asked_for_is_asked_for_again(string? provider, string? model, string chosen)
    {
        var track = new Track(1, 1, null, "rain", 30, false, JobStatus.Complete, "replicate", "stable-audio-2.5", 30, 20, 1, false, default)
        {
            AskedProvider = provider, AskedModel = model,
        };
        var draft = new Draft();

        draft.Take(track, vary: false);

        draft.Model.ShouldBe(chosen);
    }

    [Fact]
    public void What_api_says_of_a_field_stands_beside_it_and_the_rest_above_the_button()
    {
        var errors = ALanguage.Errors();

        var byField = new Dictionary<string, string[]> { ["seed"] = ["Too big."], ["fallback"] = ["Not that."], ["provider"] = ["Unknown."] };
        errors.Take(new Problem("Wrong.", null, "validation_failed", byField));

        errors["seed"].ShouldBe("Too big.");
        errors["model"].ShouldBe("Unknown.");
        errors.General.ShouldBe("Not that.");
        errors.InMore.ShouldBeTrue();
    }

    [Fact]
    public void With_one_box_what_is_wrong_with_a_field_that_is_not_there_stands_above_the_button()
    {
        var errors = ALanguage.Errors(isSimple: true);

        errors.Take(new Problem("Wrong.", null, "validation_failed", new Dictionary<string, string[]> { ["duration_s"] = ["Too long."] }));

        errors.General.ShouldBe("Too long.");
    }
}
