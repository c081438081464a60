using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Workers;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Worker.Dispatch;

public sealed class OutboxChoiceTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private const long Ann = 1;
    private const long Bob = 2;
    private const long Cid = 3;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_a_thousand_jobs_of_another_a_users_first_job_gets_the_very_next_slot()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 1);
        await queue.QueueAsync(Ann, 1_000);
        await queue.ServeAsync(3);

        await queue.QueueAsync(Bob, 1);

        (await queue.ServeAsync(2)).ShouldBe([Bob, Ann]);
    }

    [Fact]
    public async Task With_one_slot_users_take_turns()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 1);
        foreach (var user in new[] { Ann, Bob, Cid }) await queue.QueueAsync(user, 5);

        (await queue.ServeAsync(9)).ShouldBe([Ann, Bob, Cid, Ann, Bob, Cid, Ann, Bob, Cid]);
    }

    [Fact]
    public async Task Free_slots_go_to_those_who_have_the_fewest_at_work()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 3);
        var anns = await queue.QueueAsync(Ann, 10);
        foreach (var id in await queue.ChooseAsync()) await queue.ClaimAsync(id);
        var bobs = await queue.QueueAsync(Bob, 10);
        await queue.EndAsync(anns[0]);
        await queue.EndAsync(anns[1]);

        // Ann has one at work; with Bob's first they are even, and she was served longer ago.
        (await queue.ChooseAsync()).ShouldBe([bobs[0], anns[3]]);
    }

    [Fact]
    public async Task Jobs_on_their_way_to_a_worker_count_as_at_work()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 2);
        await queue.QueueAsync(Ann, 10);
        await queue.ChooseAsync();
        await queue.QueueAsync(Bob, 1);
        (await queue.ChooseAsync()).ShouldBeEmpty();
        await queue.Db.Database.ExecuteSqlAsync($"UPDATE workers SET remote_slots = 3", Cancelled);

        var next = (await queue.ChooseAsync()).ShouldHaveSingleItem();

        (await queue.Db.Jobs.SingleAsync(job => job.Id == next, Cancelled)).UserId.ShouldBe(Bob);
    }

    [Fact]
    public async Task The_slots_of_a_worker_that_signed_off_are_no_room()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 3);
        await queue.QueueAsync(Ann, 1);

        foreach (var worker in await queue.Db.Workers.Select(worker => worker.Id).ToListAsync(Cancelled)) await queue.Db.SignOffAsync(worker, Cancelled);

        (await queue.ChooseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_lost_its_worker_goes_before_everybody()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 1);
        var lost = (await queue.QueueAsync(Ann, 3))[2];
        await queue.ClaimAsync(lost, TimeSpan.FromMinutes(-1));
        await queue.QueueAsync(Bob, 1);
        await queue.Db.RequeueLapsedAsync(Cancelled);

        (await queue.ChooseAsync()).ShouldBe([lost]);
    }

    [Fact]
    public async Task A_job_that_was_handed_back_goes_before_everybody()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 1);
        var stopped = (await queue.QueueAsync(Ann, 3))[1];
        await queue.Db.HandBackAsync(await queue.ClaimAsync(stopped), Cancelled);
        await queue.QueueAsync(Bob, 1);

        (await queue.ChooseAsync()).ShouldBe([stopped]);
    }

    [Fact]
    public async Task Priority_is_a_users_own_business()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 3);
        var anns = await queue.QueueAsync(Ann, 3);
        var urgent = await queue.QueueAsync(Bob, 1, priority: OutboxMessage.Begun + 1);
        var bobs = await queue.QueueAsync(Bob, 1, priority: OutboxMessage.Begun + 2);

        (await queue.ChooseAsync()).ShouldBe([anns[0], bobs[0], anns[1]]);
        await queue.Db.Database.ExecuteSqlAsync($"UPDATE workers SET remote_slots = 4", Cancelled);
        (await queue.ChooseAsync()).ShouldBe([urgent[0]]);
    }

    [Fact]
    public async Task A_job_that_was_put_first_goes_before_the_users_others_and_before_nobody_elses()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 4);
        var anns = await queue.QueueAsync(Ann, 3);
        var bobs = await queue.QueueAsync(Bob, 1);
        await queue.Db.PutFirstAsync(anns[1], Cancelled);
        (await queue.Db.PutFirstAsync(anns[2], Cancelled)).ShouldBeTrue();

        (await queue.ChooseAsync()).ShouldBe([anns[2], bobs[0], anns[1], anns[0]]);
        await queue.ClaimAsync(anns[0]);
        (await queue.Db.PutFirstAsync(anns[0], Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_job_is_not_chosen_before_its_time()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 2);
        var ids = await queue.QueueAsync(Ann, 2);
        await queue.Db.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET available_at = now() + interval '1 hour' WHERE job_id = {ids[0]}", Cancelled);

        (await queue.ChooseAsync()).ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task No_user_has_more_at_work_than_the_limit()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 10);
        var limits = new DispatchOptions { PerUser = 2 };
        var anns = await queue.QueueAsync(Ann, 5);
        var bobs = await queue.QueueAsync(Bob, 1);

        (await queue.ChooseAsync(limits)).ShouldBe([anns[0], bobs[0], anns[1]]);
        foreach (var id in anns[..2]) await queue.ClaimAsync(id);
        (await queue.ChooseAsync(limits)).ShouldBeEmpty();
        await queue.EndAsync(anns[0]);
        (await queue.ChooseAsync(limits)).ShouldBe([anns[2]]);
    }

    [Fact]
    public async Task No_provider_has_more_at_work_than_its_limit_and_others_are_not_held_up_by_it()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 10);
        var limits = new DispatchOptions { PerProvider = { ["fal"] = 2, ["replicate"] = 0 } };
        var fal = await queue.QueueAsync(Ann, 5);
        var replicate = await queue.QueueAsync(Ann, 2, "replicate");

        (await queue.ChooseAsync(limits)).ShouldBe([.. fal[..2], .. replicate], ignoreOrder: true);
        foreach (var id in fal[..2]) await queue.ClaimAsync(id);
        (await queue.ChooseAsync(limits)).ShouldBeEmpty();
        await queue.EndAsync(fal[1]);
        (await queue.ChooseAsync(limits)).ShouldBe([fal[2]]);
    }

    [Fact]
    public async Task A_job_that_fell_back_counts_where_it_is()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 10);
        var limits = new DispatchOptions { PerProvider = { ["fal"] = 1 } };
        var ids = await queue.QueueAsync(Ann, 2);
        var claim = await queue.ClaimAsync((await queue.ChooseAsync(limits)).ShouldHaveSingleItem());
        (await queue.ChooseAsync(limits)).ShouldBeEmpty();

        await queue.Db.Database.ExecuteSqlAsync($"UPDATE jobs SET provider = 'replicate' WHERE id = {claim.JobId}", Cancelled);

        (await queue.ChooseAsync(limits)).ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task What_was_begun_is_held_back_by_no_limit()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 10);
        var ids = await queue.QueueAsync(Ann, 2);
        await queue.ClaimAsync(ids[0]);
        await queue.ClaimAsync(ids[1], TimeSpan.FromMinutes(-1));
        await queue.Db.RequeueLapsedAsync(Cancelled);

        (await queue.ChooseAsync(new DispatchOptions { PerUser = 1, PerProvider = { ["fal"] = 1 } })).ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task While_the_queue_is_paused_only_what_was_begun_goes_on()
    {
        await using var queue = await WaitingJobs.WithSlotsAsync(schema, 10);
        var ids = await queue.QueueAsync(Ann, 2);
        await queue.ClaimAsync(ids[1], TimeSpan.FromMinutes(-1));
        await queue.Db.RequeueLapsedAsync(Cancelled);
        await queue.Db.Database.ExecuteSqlAsync($"UPDATE dispatch_control SET mode = 'PAUSED'", Cancelled);

        (await queue.ChooseAsync()).ShouldBe([ids[1]]);

        await queue.Db.Database.ExecuteSqlAsync($"UPDATE dispatch_control SET mode = 'DRAINING'", Cancelled);
        (await queue.ChooseAsync()).ShouldBe([ids[0]]);
    }
}
