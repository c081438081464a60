using SoundFoundry.Api.Limits;
using SoundFoundry.Core.Messages;
using SoundFoundry.Tests.Servers;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class LimiterTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>So slow that nothing is earned back while a test runs.</summary>
    private static readonly LimitsOptions Slow = new()
    {
        Enabled = true, AddressPerMinute = 1, AddressBurst = 20, UserPerMinute = 1, UserBurst = 3, SignInPerMinute = 1, SignInBurst = 2,
    };

    private RedisServer _server = null!;
    private ConnectionMultiplexer _redis = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync(CancellationToken.None);
        _redis = await ConnectionMultiplexer.ConnectAsync($"{_server.ConnectionString},abortConnect=false,connectTimeout=1000");
    }

    [Fact]
    public async Task Replicas_together_let_no_more_through_than_one_would()
    {
        var replicas = new[] { Fresh(), Fresh() };
        await replicas[0].TakeAsync((LimitName.Account, "warms the script up"));

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => replicas[i % 2].TakeAsync((LimitName.Address, "192.0.2.1"))));

        verdicts.ShouldAllBe(verdict => verdict.IsShared);
        verdicts.Count(verdict => verdict.IsAllowed).ShouldBe(20);
        verdicts.Where(verdict => !verdict.IsAllowed).ShouldAllBe(verdict => verdict.RetryAfter > 50 && verdict.RetryAfter <= 60);
    }

    [Fact]
    public async Task A_limit_that_says_no_leaves_the_others_untouched()
    {
        var replica = Fresh();
        for (var i = 0; i < 3; i++) (await replica.TakeAsync((LimitName.Address, "a"), (LimitName.User, "1"))).IsAllowed.ShouldBeTrue();

        var refused = await replica.TakeAsync((LimitName.Address, "a"), (LimitName.User, "1"));
        var other = await replica.TakeAsync((LimitName.Address, "a"), (LimitName.User, "2"));

        (refused.IsAllowed, refused.Tightest.Limit.Name).ShouldBe((false, LimitName.User));
        refused.States.Select(state => state.Remaining).ShouldBe([17, 0]);
        other.States.Select(state => state.Remaining).ShouldBe([16, 2]);
    }

    [Fact]
    public async Task What_was_taken_is_earned_back_at_the_rate()
    {
        var replica = Fresh(new LimitsOptions { Enabled = true, UserPerMinute = 6_000, UserBurst = 1 });
        var refusals = 0;
        for (var allowed = 0; allowed < 20;)
        {
            if ((await replica.TakeAsync((LimitName.User, "1"))).IsAllowed) allowed++;
            else refusals++;
        }

        refusals.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_subject_is_forgotten_once_all_it_took_is_earned_again()
    {
        await Fresh().TakeAsync((LimitName.User, "1"));

        var left = await _redis.GetDatabase().KeyTimeToLiveAsync(RedisNames.Limit("user", "1"));

        left.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_a_stranger_typed_is_not_written_into_Redis()
    {
        await Fresh().Limiter.TakeAsync(LimitName.Account, "somebody@example.org", Cancelled);

        var keys = _redis.GetServer(_redis.GetEndPoints()[0]).KeysAsync(pattern: "soundfoundry:limit:account:*");
        (await keys.SingleAsync(Cancelled)).ToString().ShouldNotContain("somebody");
    }

    [Fact]
    public async Task Without_Redis_a_replica_keeps_to_the_same_rates_says_so_once_and_comes_back_by_itself()
    {
        var replica = Fresh();
        await replica.TakeAsync((LimitName.SignIn, "a"));
        await _server.KillAsync();
        await UntilAsync(async () => !(await replica.TakeAsync((LimitName.Address, "seen to be away"))).IsShared);

        var alone = new List<bool>();
        for (var i = 0; i < 10; i++) alone.Add((await replica.TakeAsync((LimitName.SignIn, "a"))).IsAllowed);

        alone.ShouldBe([true, true, .. Enumerable.Repeat(false, 8)]);
        replica.Log.Events.ShouldBe([1101]);

        await _server.StartAgainAsync(Cancelled);
        await UntilAsync(async () => (await replica.TakeAsync((LimitName.Address, "seen to be back"))).IsShared);
        replica.Log.Events.ShouldBe([1101, 1102]);
    }

    [Fact]
    public async Task A_Redis_that_does_not_answer_in_time_holds_nobody_up()
    {
        var replica = Fresh();
        await replica.TakeAsync((LimitName.SignIn, "a"));
        await _redis.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "600000", "ALL");

        var verdicts = new List<LimitVerdict>();
        for (var i = 0; i < 5; i++) verdicts.Add(await replica.TakeAsync((LimitName.SignIn, "b")));

        verdicts.ShouldAllBe(verdict => !verdict.IsShared);
        verdicts.Count(verdict => verdict.IsAllowed).ShouldBe(2);
    }

    public async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    private Replica Fresh(LimitsOptions? options = null) => new(_redis, options ?? Slow);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (!await isSo()) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
    }
}
