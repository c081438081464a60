using Microsoft.Extensions.Configuration;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Core.Routing;

public sealed class RoutePlannerTests
{
    private static readonly RenderRequest Plain = new("rain", null, [], null, 30, false, 0.5, 1);

    private static readonly ModelCatalog Catalog = ModelCatalog.Load(new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("Models:fal/short:Provider", "fal"), new("Models:fal/short:Name", "short"), new("Models:fal/short:MaxDurationSeconds", "47"),
        new("Models:replicate/singer:Provider", "replicate"), new("Models:replicate/singer:Name", "singer"),
        new("Models:replicate/singer:Vocals", "Sung"), new("Models:replicate/singer:Price:Credits", "7"),
    ]).Build());

    private static readonly ProviderOptions NoKeys = new();
    private static readonly ProviderOptions BothKeys = new() { FalKey = "k", ReplicateToken = "t" };

    [Fact]
    public void Without_any_key_the_built_in_synthesiser_renders() => Names(Plan(Plain, NoKeys)).ShouldBe(["studio/composer-1"]);

    [Fact]
    public void The_default_provider_comes_first_and_the_other_follows()
    {
        Names(Plan(Plain, BothKeys)).ShouldBe(["fal/short", "replicate/singer"]);
        Names(Plan(Plain, new ProviderOptions { Default = "replicate", FalKey = "k", ReplicateToken = "t" })).ShouldBe(["replicate/singer", "fal/short"]);
    }

    [Fact]
    public void A_provider_without_a_key_is_passed_over() =>
        Names(Plan(Plain, new ProviderOptions { ReplicateToken = "t" })).ShouldBe(["replicate/singer"]);

    [Fact]
    public void The_synthesiser_stands_in_for_AI_only_if_the_operator_says_so() =>
        Names(Plan(Plain, new ProviderOptions { FalKey = "k", StudioFallback = true })).ShouldBe(["fal/short", "studio/composer-1"]);

    [Fact]
    public void A_model_that_cannot_make_the_request_is_left_out() =>
        Names(Plan(Plain with { DurationSeconds = 120 }, BothKeys)).ShouldBe(["replicate/singer"]);

    [Fact]
    public void A_key_for_a_provider_without_models_changes_nothing()
    {
        var builtIn = ModelCatalog.Load(new ConfigurationBuilder().Build());

        Names(RoutePlanner.Plan(Plain, null, null, builtIn, BothKeys)).ShouldBe(["studio/composer-1"]);
        RoutePlanner.First(builtIn, BothKeys).ShouldBe("studio");
    }

    [Fact]
    public void A_pinned_provider_is_the_only_one() => Names(Plan(Plain, BothKeys, "replicate")).ShouldBe(["replicate/singer"]);

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

    [Fact]
    public void A_changed_table_has_another_version()
    {
        var plain = ModelCatalog.Load(new ConfigurationBuilder().Build());
        var dearer = ModelCatalog.Load(new ConfigurationBuilder().AddInMemoryCollection([new("Models:studio/composer-1:Price:Credits", "2")]).Build());

        dearer.Version.ShouldNotBe(plain.Version);
        dearer.Find("studio", "composer-1")!.Price.Credits.ShouldBe(2);
    }

    [Fact]
    public void A_model_out_of_range_stops_the_start_and_is_named() =>
        Should.Throw<System.ComponentModel.DataAnnotations.ValidationException>(() => ModelCatalog.Load(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Models:studio/composer-1:MaxDurationSeconds", "-1")]).Build()))
            .Message.ShouldContain("Models:studio/composer-1");

    private static ModelRoute Plan(RenderRequest request, ProviderOptions options, string? provider = null) =>
        RoutePlanner.Plan(request, provider, null, Catalog, options);

    private static IEnumerable<string> Names(ModelRoute route) =>
        route.ShouldBeOfType<ModelRoute.Through>().Models.Select(model => $"{model.Provider}/{model.Name}");
}
