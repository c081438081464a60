using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Tests.Servers;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Core.Routing;

public sealed class BreakersTests : IAsyncLifetime
{
    private static readonly MusicModel Model = new() { Provider = "fal", Name = "a" };
    private static readonly MusicModel Sibling = new() { Provider = "fal", Name = "b" };
    private static readonly MusicModel Stranger = new() { Provider = "replicate", Name = "a" };
    private static readonly Failure Locked = new(FailureClass.Account, "403", "User is locked.");
    private static readonly Failure Broken = new(FailureClass.Provider, "500", "It broke.");

    private RedisServer _server = null!;
    private ConnectionMultiplexer _redis = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync(CancellationToken.None);
        _redis = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
    }

    [Fact]
    public async Task One_refusal_of_the_account_closes_the_door_to_all_its_models_for_every_worker()
    {
        await Worker().FailedAsync(Model, Locked);

        var state = (await Worker().PassAsync(Sibling, 2)).ShouldNotBeNull();
        (state.Provider, state.Model, state.Code, state.Reason).ShouldBe(("fal", null, "403", "User is locked."));
        state.Class.ShouldBe(FailureClass.Account);
        state.RetryIn.ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));
        (await Worker().PassAsync(Stranger, 2)).ShouldBeNull();
    }

    [Fact]
    public async Task Failures_of_a_model_open_its_own_breaker_after_several_in_a_row()
    {
        for (var i = 0; i < 2; i++) await Worker().FailedAsync(Model, Broken);
        (await Worker().PassAsync(Model, 1)).ShouldBeNull();
        await Worker().SucceededAsync(Model);
        for (var i = 0; i < 2; i++) await Worker().FailedAsync(Model, Broken);
        (await Worker().PassAsync(Model, 1)).ShouldBeNull();

        await Worker().FailedAsync(Model, Broken);

        (await Worker().PassAsync(Model, 1)).ShouldNotBeNull().Model.ShouldBe("a");
        (await Worker().PassAsync(Sibling, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task After_the_cooldown_one_job_may_try_and_the_others_wait_for_its_outcome()
    {
        await Worker().FailedAsync(Model, Locked);
        await CoolDownAsync();

        var passed = await Task.WhenAll(Enumerable.Range(1, 20).Select(job => Worker().PassAsync(Model, job)));

        passed.Count(state => state is null).ShouldBe(1);
    }

    [Fact]
    public async Task The_probing_job_may_ask_twice()
    {
        await Worker().FailedAsync(Model, Locked);
        await CoolDownAsync();

        (await Worker().PassAsync(Model, 5)).ShouldBeNull();
        (await Worker().PassAsync(Model, 5)).ShouldBeNull();
        (await Worker().PassAsync(Model, 6)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_accepted_probe_opens_the_door_again_and_a_refused_one_keeps_it_shut_for_twice_as_long()
    {
        await Worker().FailedAsync(Model, Locked);
        await CoolDownAsync();
        await Worker().PassAsync(Model, 1);

        await Worker().FailedAsync(Model, Locked);
        (await Worker().PassAsync(Model, 2)).ShouldNotBeNull().RetryIn.ShouldBeGreaterThan(TimeSpan.FromSeconds(110));

        await CoolDownAsync();
        await Worker().PassAsync(Model, 3);
        await Worker().AcceptedAsync(Model);
        (await Task.WhenAll(Enumerable.Range(1, 5).Select(job => Worker().PassAsync(Model, job)))).ShouldAllBe(state => state == null);
    }

    [Fact]
    public async Task A_probe_that_is_refused_for_what_it_asks_shows_that_the_account_is_in_order()
    {
        await Worker().FailedAsync(Model, Locked);
        await CoolDownAsync();
        await Worker().PassAsync(Model, 1);

        await Worker().FailedAsync(Model, new Failure(FailureClass.Input, "422", "Too long."));

        (await Worker().PassAsync(Sibling, 2)).ShouldBeNull();
    }

    [Fact]
    public async Task Refusals_of_jobs_that_were_on_their_way_do_not_lengthen_the_cooldown()
    {
        for (var i = 0; i < 30; i++) await Worker().FailedAsync(Model, Locked);

        (await Worker().PassAsync(Model, 2)).ShouldNotBeNull().RetryIn.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_provider_that_says_how_long_to_wait_is_left_alone_that_long()
    {
        await Worker().FailedAsync(Model, new Failure(FailureClass.RateLimited, "429", "Busy.", TimeSpan.FromSeconds(7)));

        (await Worker().PassAsync(Model, 2)).ShouldNotBeNull().RetryIn.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task What_the_user_did_wrong_is_held_against_nobody()
    {
        for (var i = 0; i < 10; i++) await Worker().FailedAsync(Model, new Failure(FailureClass.Input, "422", "Too long."));

        (await Worker().PassAsync(Model, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task The_open_ones_are_listed_with_their_reasons()
    {
        await Worker().FailedAsync(Model, Locked);

        (await Worker().OpenAsync([Model, Sibling, Stranger])).ShouldHaveSingleItem().Reason.ShouldBe("User is locked.");
    }

    [Fact]
    public async Task Without_Redis_nobody_is_held_back()
    {
        await Worker().FailedAsync(Model, Locked);
        await _server.StopAsync();

        (await Worker().PassAsync(Model, 1)).ShouldBeNull();
        (await Worker().OpenAsync([Model])).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    private Breakers Worker() => new(
        _redis, Options.Create(new BreakerOptions { Cooldown = TimeSpan.FromMinutes(1) }),
        new RenderMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()),
        TimeProvider.System, NullLogger<Breakers>.Instance);

    /// <summary>Redis' clock can't be moved, so the moment at which the breaker is due is moved instead.</summary>
    private Task CoolDownAsync() => _redis.GetDatabase().HashSetAsync(RedisNames.Breaker("fal"), "until", 1);
}
