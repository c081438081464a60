using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Core.Routing;

public sealed class RemainingModelsTests
{
    private static readonly MusicModel FalA = Model("fal", "a");
    private static readonly MusicModel FalB = Model("fal", "b");
    private static readonly MusicModel Replicate = Model("replicate", "r");
    private static readonly ModelRoute.Through Route = new([FalA, FalB, Replicate]);

    [Fact]
    public void At_first_all_in_their_order() => Route.Remaining([]).ShouldBe([FalA, FalB, Replicate]);

    [Theory]
    [InlineData(FailureClass.Drift)]
    [InlineData(FailureClass.Forbidden)]
    public void After_a_model_was_refused_other_providers_come_before_other_models_of_the_same(FailureClass failure) =>
        Route.Remaining([new("fal", "a", failure)]).ShouldBe([Replicate, FalB]);

    [Theory]
    [InlineData(FailureClass.Account)]
    [InlineData(FailureClass.RateLimited)]
    [InlineData(FailureClass.Unreachable)]
    [InlineData(FailureClass.Unknown)]
    [InlineData(FailureClass.Provider)]
    [InlineData(FailureClass.TimedOut)]
    [InlineData(FailureClass.Artifact)]
    public void A_provider_that_failed_is_not_asked_for_another_model(FailureClass failure) =>
        Route.Remaining([new("fal", "a", failure)]).ShouldBe([Replicate]);

    [Fact]
    public void A_bad_artifact_is_worth_one_render_elsewhere_and_no_more() =>
        Route.Remaining([new("fal", "a", FailureClass.Artifact), new("replicate", "r", FailureClass.Artifact)]).ShouldBeEmpty();

    [Fact]
    public void Without_fallback_one_failure_is_the_end() =>
        (Route with { MayFallBack = false }).Remaining([new("fal", "a", FailureClass.Provider)]).ShouldBeEmpty();

    [Fact]
    public void There_is_an_end_to_trying()
    {
        var many = new ModelRoute.Through([.. Enumerable.Range(0, 9).Select(i => Model("fal", $"m{i}"))]);
        var tried = Enumerable.Range(0, ModelRoute.MaxAttempts).Select(i => new TriedModel("fal", $"m{i}", FailureClass.Drift)).ToList();

        many.Remaining(tried[..^1]).ShouldNotBeEmpty();
        many.Remaining(tried).ShouldBeEmpty();
    }

    private static MusicModel Model(string provider, string name) => new() { Provider = provider, Name = name };
}
