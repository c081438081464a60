using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker;
using SoundFoundry.Worker.Leases;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Worker.Leases;

public sealed class LeaseKeeperTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_end_of_an_old_lease_leaves_the_new_one_of_the_same_job_alone()
    {
        await using var redis = await RedisServer.StartAsync(Cancelled);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var keeper = Keeper(connection);
        await keeper.StartAsync(Cancelled);
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var old = keeper.Hold((await db.ClaimAsync(id, "w", -Lease, Lease, Cancelled))!, TimeProvider.System.GetTimestamp());
        using var current = keeper.Hold((await db.ClaimAsync(id, "w", Lease, Lease, Cancelled))!, TimeProvider.System.GetTimestamp());
        var before = await LeaseUntilAsync(db, id);

        old.Dispose();

        while (await LeaseUntilAsync(db, id) <= before) Cancelled.ThrowIfCancellationRequested();
        current.Ended.ShouldBeNull();
    }

    [Fact]
    public async Task A_lease_that_lapsed_is_not_revived_but_given_up()
    {
        await using var redis = await RedisServer.StartAsync(Cancelled);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var keeper = Keeper(connection);
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        using var lapsed = keeper.Hold((await db.ClaimAsync(id, "w", -Lease, Lease, Cancelled))!, TimeProvider.System.GetTimestamp());

        await keeper.StartAsync(Cancelled);

        await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, lapsed.Token));
        lapsed.Ended.ShouldBe(LeaseEnd.Lost);
    }

    [Fact]
    public async Task A_job_that_ended_under_its_claim_is_no_lost_lease()
    {
        await using var redis = await RedisServer.StartAsync(Cancelled);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var keeper = Keeper(connection);
        await using var db = schema.Open();
        var ended = (await db.ClaimAsync(await EmptySchema.QueueJobAsync(db, Cancelled), "w", Lease, Lease, Cancelled))!;
        (await db.FailAsync(ended, new Failure(FailureClass.Provider, "x", "x"), Cancelled)).ShouldBeTrue();
        var running = (await db.ClaimAsync(await EmptySchema.QueueJobAsync(db, Cancelled), "w", Lease, Lease, Cancelled))!;
        using var first = keeper.Hold(ended, TimeProvider.System.GetTimestamp());
        using var second = keeper.Hold(running, TimeProvider.System.GetTimestamp());
        var before = await LeaseUntilAsync(db, running.JobId);

        await keeper.StartAsync(Cancelled);

        while (await LeaseUntilAsync(db, running.JobId) <= before) Cancelled.ThrowIfCancellationRequested();
        before = await LeaseUntilAsync(db, running.JobId);
        while (await LeaseUntilAsync(db, running.JobId) <= before) Cancelled.ThrowIfCancellationRequested();
        first.Ended.ShouldBeNull();
    }

    /// <summary>A fault of the keeper's own thread would end the whole process, this test with it.</summary>
    [Fact]
    public async Task A_keeper_that_stops_in_the_middle_of_a_renewal_harms_nobody()
    {
        await using var redis = await RedisServer.StartAsync(Cancelled);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var claim = (await db.ClaimAsync(id, "w", Lease, Lease, Cancelled))!;
        for (var i = 0; i < 50; i++)
        {
            using var keeper = Keeper(connection, TimeSpan.FromMilliseconds(1));
            using var lease = keeper.Hold(claim, TimeProvider.System.GetTimestamp());
            await keeper.StartAsync(Cancelled);
            if (i % 2 == 0) await keeper.StopAsync(Cancelled);
        }

        (await LeaseUntilAsync(db, id)).ShouldNotBeNull();
    }

    private LeaseKeeper Keeper(IConnectionMultiplexer redis, TimeSpan? renewal = null) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:soundfoundry", schema.ConnectionString)]).Build(),
        redis,
        Options.Create(new WorkerOptions { Lease = Lease, Renewal = renewal ?? TimeSpan.FromMilliseconds(200) }),
        TimeProvider.System,
        new RenderMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()),
        NullLogger<LeaseKeeper>.Instance);

    private static Task<DateTimeOffset?> LeaseUntilAsync(DbContext db, long id) =>
        db.Set<Job>().AsNoTracking().Where(job => job.Id == id).Select(job => job.LeaseUntil).SingleAsync(Cancelled);
}
