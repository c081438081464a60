using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Core.Routing;

public sealed class RoutePlannerTests
{
    private static readonly RenderRequest Plain = new("rain", null, [], null, 30, false, 0.5, 1);

    private static readonly ModelCatalog Catalog = ModelCatalog.Of(
    [
        Model("fal", "short", rank: 1, longest: 47),
        Model("fal", "picky", rank: 2, longest: 47, takesNegativePrompt: true),
        Model("replicate", "singer", vocals: Vocals.Sung, credits: 7),
        Model("studio", "composer-1", vocals: Vocals.Wordless, basis: PriceBasis.StartedMinute),
    ]);

    private static readonly ProviderOptions NoKeys = new();
    private static readonly ProviderOptions BothKeys = new() { FalKey = "k", ReplicateToken = "t" };

    [Fact]
    public void Without_any_key_the_built_in_synthesiser_renders() => Names(Plan(Plain, NoKeys)).ShouldBe(["studio/composer-1"]);

    [Fact]
    public void The_default_provider_comes_first_and_the_other_follows()
    {
        Names(Plan(Plain, BothKeys)).ShouldBe(["fal/short", "fal/picky", "replicate/singer"]);
        Names(Plan(Plain, new ProviderOptions { Default = "replicate", FalKey = "k", ReplicateToken = "t" }))
            .ShouldBe(["replicate/singer", "fal/short", "fal/picky"]);
        Names(Plan(Plain, new ProviderOptions { Default = "studio", ReplicateToken = "t" })).ShouldBe(["studio/composer-1", "replicate/singer"]);
    }

    [Fact]
    public void A_provider_without_a_key_is_passed_over() =>
        Names(Plan(Plain, new ProviderOptions { ReplicateToken = "t" })).ShouldBe(["replicate/singer"]);

    [Fact]
    public void The_synthesiser_stands_in_for_AI_only_if_the_operator_says_so() =>
        Names(Plan(Plain, new ProviderOptions { ReplicateToken = "t", StudioFallback = true })).ShouldBe(["replicate/singer", "studio/composer-1"]);

    [Fact]
    public void A_request_that_the_default_model_cannot_do_goes_to_one_that_can()
    {
        Names(Plan(Plain with { DurationSeconds = 120 }, BothKeys)).ShouldBe(["replicate/singer"]);
        Names(Plan(Plain with { HasVocals = true, Lyrics = "la" }, BothKeys)).ShouldBe(["replicate/singer"]);
    }

    [Fact]
    public void Of_a_provider_s_models_one_that_heeds_the_negative_prompt_goes_first_when_there_is_one() =>
        Names(Plan(Plain with { NegativePrompt = "drums" }, BothKeys)).ShouldBe(["fal/picky", "fal/short", "replicate/singer"]);

    [Fact]
    public void A_key_for_a_provider_without_models_changes_nothing()
    {
        var studioOnly = ModelCatalog.Of([Model("studio", "composer-1")]);

        Names(RoutePlanner.Plan(Plain, RoutePin.None, studioOnly, BothKeys)).ShouldBe(["studio/composer-1"]);
        RoutePlanner.First(studioOnly, BothKeys).ShouldBe("studio");
    }

    [Fact]
    public void A_pin_is_the_only_choice_and_turns_the_fallback_off()
    {
        Names(Plan(Plain, BothKeys, new RoutePin("replicate"))).ShouldBe(["replicate/singer"]);
        Names(Plan(Plain, BothKeys, new RoutePin(Model: "picky"))).ShouldBe(["fal/picky"]);
        Names(Plan(Plain, BothKeys, new RoutePin(Model: "composer-1"))).ShouldBe(["studio/composer-1"]);
        Plan(Plain, BothKeys, new RoutePin("fal")).ShouldBeOfType<ModelRoute.Through>().MayFallBack.ShouldBeFalse();
    }

    [Fact]
    public void A_pin_with_fallback_asked_for_goes_first_and_the_others_follow()
    {
        var route = Plan(Plain, BothKeys, new RoutePin("replicate", "singer", FallBack: true));

        Names(route).ShouldBe(["replicate/singer", "fal/short", "fal/picky"]);
        Names(Plan(Plain, BothKeys, new RoutePin(Model: "singer", FallBack: true))).ShouldBe(["replicate/singer", "fal/short", "fal/picky"]);
        route.ShouldBeOfType<ModelRoute.Through>().MayFallBack.ShouldBeTrue();
    }

    [Fact]
    public void A_pin_on_what_is_not_there_is_refused_by_its_field()
    {
        Plan(Plain, BothKeys, new RoutePin("suno")).ShouldBeOfType<ModelRoute.Refused>().Field.ShouldBe("provider");
        Plan(Plain, NoKeys, new RoutePin("fal")).ShouldBeOfType<ModelRoute.Refused>().Reason.ShouldContain("not configured");
        Plan(Plain, BothKeys, new RoutePin("fal", "singer")).ShouldBeOfType<ModelRoute.Refused>().Field.ShouldBe("model");
    }

    [Fact]
    public void What_none_can_make_is_refused_naming_those_that_could()
    {
        var refused = Plan(Plain with { HasVocals = true, Lyrics = "la" }, NoKeys).ShouldBeOfType<ModelRoute.Refused>();

        refused.Field.ShouldBe("lyrics");
        refused.Reason.ShouldContain("studio/composer-1 can't sing lyrics");
        refused.Reason.ShouldContain("These could: replicate/singer");
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(60, 1)]
    [InlineData(60.1, 2)]
    [InlineData(240, 4)]
    public void The_quote_is_the_first_model_s_price(double seconds, int credits) =>
        Plan(Plain with { DurationSeconds = seconds }, NoKeys).ShouldBeOfType<ModelRoute.Through>().Quote(seconds).ShouldBe(credits);

    private static MusicModel Model(
        string provider, string name, int rank = 0, double longest = 240, Vocals vocals = Vocals.None, bool takesNegativePrompt = false,
        int credits = 1, PriceBasis basis = PriceBasis.Flat) => new()
        {
            Provider = provider, Name = name, Rank = rank, MaxDurationSeconds = longest, Vocals = vocals, Input = takesNegativePrompt ? new() { ["n"] = "{negative prompt}" } : [],
            Price = new PriceRule { Credits = credits, Basis = basis },
        };

    private static ModelRoute Plan(RenderRequest request, ProviderOptions options, RoutePin? pin = null) =>
        RoutePlanner.Plan(request, pin ?? RoutePin.None, Catalog, options);

    private static IEnumerable<string> Names(ModelRoute route) =>
        route.ShouldBeOfType<ModelRoute.Through>().Models.Select(model => model.Id);
}
