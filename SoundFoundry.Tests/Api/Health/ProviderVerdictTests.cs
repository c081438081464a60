using SoundFoundry.Api.Health;
using SoundFoundry.Core.Providers;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Api.Health;

/// <summary>What is said of a provider, from all that was seen of it.</summary>
public sealed class ProviderVerdictTests
{
    private static readonly DateTimeOffset Noon = new(2026, 8, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_a_provider_that_nobody_has_heard_of_nothing_is_known() => Of().ShouldBe(new ProviderVerdict("unknown", null, null));

    [Fact]
    public void A_provider_that_answers_or_delivered_is_ok()
    {
        Of(probe: Probe(ok: true, since: 0, at: 5)).ShouldBe(new ProviderVerdict("ok", Noon, null));
        Of(models: Model("ok", delivered: 3)).ShouldBe(new ProviderVerdict("ok", At(3), null));
    }

    [Fact]
    public void A_provider_that_is_left_alone_is_in_error_whatever_its_probe_says() =>
        Of(Breaker("403", retryIn: 20), Probe(ok: true, since: 1, at: 9)).ShouldBe(new ProviderVerdict("error", Noon, "refused (403)"));

    [Fact]
    public void A_provider_whose_probe_failed_is_in_error_until_it_delivers_or_answers()
    {
        Of(probe: Probe(ok: false, since: 2, at: 5)).ShouldBe(new ProviderVerdict("error", At(2), "not well"));
        Of(probe: Probe(ok: false, since: 2, at: 5), models: Model("ok", delivered: 6)).Status.ShouldBe("ok");
        Of(probe: Probe(ok: false, since: 2, at: 5), models: Model("ok", delivered: 4)).Status.ShouldBe("error");
    }

    [Theory]
    [InlineData("429", "ok")]
    [InlineData("401", "ok")]
    [InlineData("unreachable", "ok")]
    [InlineData("unknown_outcome", "ok")]
    [InlineData("402", "error")]
    [InlineData("403", "error")]
    public void When_the_wait_is_over_a_good_probe_clears_what_a_probe_can_see(string code, string status) =>
        Of(Breaker(code, retryIn: 0), Probe(ok: true, since: -60, at: 2)).Status.ShouldBe(status);

    [Theory]
    [InlineData("402")]
    [InlineData("403")]
    [InlineData("401")]
    public void A_probe_that_showed_the_trouble_and_then_shows_it_gone_clears_it(string code) =>
        Of(Breaker(code, retryIn: 0), Probe(ok: true, since: 3, at: 4)).Status.ShouldBe("ok");

    [Fact]
    public void A_probe_from_before_the_trouble_clears_nothing() =>
        Of(Breaker("401", retryIn: 0), Probe(ok: true, since: -60, at: -1)).ShouldBe(new ProviderVerdict("error", Noon, "refused (401)"));

    [Fact]
    public void Too_many_requests_are_forgiven_when_the_asked_for_wait_is_over() => Of(Breaker("429", retryIn: 0)).Status.ShouldBe("unknown");

    [Fact]
    public void One_bad_model_does_not_make_the_provider_bad_and_all_bad_ones_do()
    {
        var probe = Probe(ok: true, since: 0, at: 5);

        Of(null, probe, Model("error", failed: 4), Model("unknown")).ShouldBe(new ProviderVerdict("ok", Noon, null));
        Of(null, probe, Model("error", failed: 4), Model("error", failed: 2)).ShouldBe(new ProviderVerdict("error", At(4), "gone (404)"));
    }

    private static ProviderVerdict Of(BreakerState? account = null, ProviderProbe? probe = null, params ModelReport[] models) =>
        ProviderVerdict.Of(account, probe, models);

    private static DateTimeOffset At(double minute) => Noon.AddMinutes(minute);

    private static BreakerState Breaker(string code, double retryIn) =>
        new("fal", null, FailureClass.Account, code, $"refused ({code})", Noon, TimeSpan.FromSeconds(retryIn));

    private static ProviderProbe Probe(bool ok, double since, double at) =>
        new() { Provider = "fal", Ok = ok, Error = ok ? null : "not well", Since = At(since), ProbedAt = At(at) };

    private static ModelReport Model(string status, double? delivered = null, double? failed = null) => new(
        "some", status, 1, null, null, null, delivered is { } good ? At(good) : null, failed is { } bad ? At(bad) : null,
        failed is null ? null : "404", failed is null ? null : "gone (404)", null);
}
