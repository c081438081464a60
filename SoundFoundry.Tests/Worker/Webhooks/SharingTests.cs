using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Worker.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>How workers and receivers share: nothing twice, nobody held up.</summary>
public sealed class SharingTests(HookedStack hooked) : IClassFixture<HookedStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_workers_deliver_each_message_once()
    {
        await using var receiver = await Receiver.StartAsync();
        foreach (var _ in Enumerable.Range(0, 3)) await hooked.QueueAsync((await hooked.AddAsync(receiver)).Id, count: 20);

        await receiver.UntilAsync(60);
        await UntilNoneIsPendingAsync();

        receiver.Received.Count.ShouldBe(60);
        receiver.Received.Select(received => received.Headers["webhook-id"]).ShouldBeUnique();
    }

    [Fact]
    public async Task A_receiver_that_hangs_keeps_few_slots_and_delays_nobody_else()
    {
        var (present, most) = (0, 0);
        var release = new TaskCompletionSource();
        await using var slow = await Receiver.StartAsync(async (context, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref present));
            await Task.WhenAny(release.Task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
            Interlocked.Decrement(ref present);
        });
        await using var fast = await Receiver.StartAsync();
        var (slowHook, _) = await hooked.AddAsync(slow);
        var (fastHook, _) = await hooked.AddAsync(fast);
        await hooked.QueueAsync(slowHook, count: 40);
        await slow.UntilAsync(DeliveryClaims.PerWebhook);

        var id = await hooked.QueueAsync(fastHook);
        var delivered = await hooked.UntilAsync(id, delivery => delivery.Status == DeliveryStatus.Delivered);

        delivered.Attempts.ShouldBe(1);
        most.ShouldBe(DeliveryClaims.PerWebhook);
        release.SetResult();
        await hooked.Stack.WithDbAsync(db => db.Webhooks.Where(webhook => webhook.Id == slowHook).ExecuteDeleteAsync(Cancelled));
    }

    [Fact]
    public async Task One_user_s_receivers_together_keep_no_more_than_a_user_s_share()
    {
        await using var receiver = await Receiver.StartAsync();
        var hooks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hooked.AddAsync(receiver)));
        await using var alone = new WithoutWorkers(hooked);
        await alone.StopWorkersAsync();
        foreach (var (hook, _) in hooks) await hooked.QueueAsync(hook, count: 3);
        var other = await hooked.AddOfAnotherAsync(receiver, 72);
        await hooked.QueueAsync(other, count: 3);

        var first = await alone.ClaimAsync();
        var second = await alone.ClaimAsync();

        first.Count(due => due.WebhookId != other).ShouldBe(DeliveryClaims.PerUser);
        first.Count(due => due.WebhookId == other).ShouldBe(DeliveryClaims.PerWebhook);
        first.GroupBy(due => due.WebhookId).ShouldAllBe(hook => hook.Count() <= DeliveryClaims.PerWebhook);
        second.ShouldBeEmpty("The leases of the first still hold.");
        await hooked.Stack.WithDbAsync(db => db.Webhooks.ExecuteDeleteAsync(Cancelled));
    }

    [Fact]
    public async Task One_user_s_old_backlog_does_not_go_before_everybody_else_s_news()
    {
        await using var receiver = await Receiver.StartAsync();
        var (backlog, _) = await hooked.AddAsync(receiver);
        await using var alone = new WithoutWorkers(hooked);
        await alone.StopWorkersAsync();
        await hooked.QueueAsync(backlog, count: 3);
        var news = await hooked.AddOfAnotherAsync(receiver, 73);
        await hooked.QueueAsync(news);

        var claimed = await alone.ClaimAsync(2);

        claimed.Select(due => due.WebhookId).ShouldBe([backlog, news], ignoreOrder: true);
        await hooked.Stack.WithDbAsync(db => db.Webhooks.ExecuteDeleteAsync(Cancelled));
    }

    [Fact]
    public async Task What_a_lost_worker_had_begun_is_sent_by_another_once_its_lease_lapses()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, _) = await hooked.AddAsync(receiver);
        var id = (await hooked.Stack.WithDbAsync(db => db.Database.SqlQuery<long>(
            $"""
            INSERT INTO webhook_deliveries (webhook_id, user_id, event, data, attempts, lease_until)
            SELECT id, user_id, 'track.completed', jsonb_build_object(), 1, now() + interval '1 second' FROM webhooks WHERE id = {webhook}
            RETURNING id AS "Value"
            """).ToListAsync(Cancelled))).Single();

        var delivered = await hooked.UntilAsync(id, delivery => delivery.Status == DeliveryStatus.Delivered);

        delivered.Attempts.ShouldBe(2);
        receiver.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_is_stopped_leaves_what_it_had_begun_to_another_at_once()
    {
        await using var receiver = await Receiver.StartAsync((context, count) =>
            count > 1 ? Task.CompletedTask : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var (webhook, _) = await hooked.AddAsync(receiver);
        await using var alone = new WithoutWorkers(hooked);
        await alone.StopWorkersAsync();
        hooked.StartWorker(timeoutSeconds: 60);
        var id = await hooked.QueueAsync(webhook);
        await receiver.UntilAsync(1);

        await alone.StopWorkersAsync();
        hooked.StartWorker(timeoutSeconds: 60);

        var delivered = await hooked.UntilAsync(id, delivery => delivery.Status == DeliveryStatus.Delivered);
        delivered.Attempts.ShouldBe(1);
        receiver.Received.Select(received => received.Headers["webhook-id"]).Distinct().Count().ShouldBe(1);
    }

    private async Task UntilNoneIsPendingAsync()
    {
        while (await hooked.Stack.WithDbAsync(db => db.WebhookDeliveries.AnyAsync(delivery => delivery.NextAt != null, Cancelled)))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
    }
}
