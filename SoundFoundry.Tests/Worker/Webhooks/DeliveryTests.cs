using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>How deliveries fare with receivers of all kinds.</summary>
public sealed class DeliveryTests(HookedStack hooked) : IClassFixture<HookedStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_failed_is_sent_again_later_as_the_same_message()
    {
        await using var receiver = await Receiver.StartAsync(Receiver.Answering(500, 200));
        var (webhook, _) = await hooked.AddAsync(receiver);
        var id = await hooked.QueueAsync(webhook);

        var put = await hooked.UntilAsync(id, delivery => delivery.StatusCode == 500);
        (put.Status, put.Attempts, put.Error).ShouldBe((DeliveryStatus.Pending, 1, "It answered 500."));
        put.NextAt.ShouldNotBeNull();
        (await hooked.WebhookAsync(webhook)).GetProperty("failing_since").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
        await hooked.ComeDueAsync(id);

        var delivered = await hooked.UntilAsync(id, delivery => delivery.Status == DeliveryStatus.Delivered);
        (delivered.Attempts, delivered.StatusCode, delivered.Error, delivered.NextAt).ShouldBe((2, 200, null, null));
        var received = await receiver.UntilAsync(2);
        received[1].Headers["webhook-id"].ShouldBe(received[0].Headers["webhook-id"]);
        received[1].Body.ShouldBe(received[0].Body);
        (await hooked.WebhookAsync(webhook)).GetProperty("failing_since").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task After_its_last_try_a_delivery_is_given_up_and_can_be_sent_by_hand()
    {
        await using var receiver = await Receiver.StartAsync(Receiver.Answering(503, 200));
        var (webhook, _) = await hooked.AddAsync(receiver);

        var id = await hooked.QueueAsync(webhook, attempts: RetrySchedule.Attempts - 1);
        var failed = await hooked.UntilAsync(id, delivery => delivery.Status == DeliveryStatus.Failed);
        (failed.NextAt, failed.EndedAt is null).ShouldBe((null, false));
        using var response = await hooked.Client.PostAsync($"/api/webhooks/{webhook}/deliveries/{id}/redeliver", null, Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await hooked.UntilAsync(id, delivery => delivery.Status == DeliveryStatus.Delivered);
        var received = await receiver.UntilAsync(2);
        received[1].Headers["webhook-id"].ShouldBe(received[0].Headers["webhook-id"]);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_disabled_at_once_with_all_that_waits_for_it()
    {
        await using var receiver = await Receiver.StartAsync(Receiver.Answering(410));
        var (webhook, _) = await hooked.AddAsync(receiver);
        var waiting = await hooked.QueueAsync(webhook);
        await hooked.UntilAsync(waiting, delivery => delivery.Status == DeliveryStatus.Dropped);

        var told = await hooked.WebhookAsync(webhook);
        (told.GetProperty("enabled").GetBoolean(), told.GetProperty("disabled_reason").GetString()).ShouldBe((false, "GONE"));
        using var test = await hooked.Client.PostAsync($"/api/webhooks/{webhook}/test", null, Cancelled);
        (test.StatusCode, (await test.ReadAsync()).GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, "webhook_disabled"));
    }

    [Fact]
    public async Task A_receiver_that_failed_for_five_days_is_disabled_and_one_that_failed_for_four_is_not()
    {
        await using var receiver = await Receiver.StartAsync(Receiver.Answering(500));
        var (four, _) = await hooked.AddAsync(receiver);
        var (five, _) = await hooked.AddAsync(receiver);
        await FailingSinceAsync(four, 4);
        await FailingSinceAsync(five, 5);

        var spared = await hooked.QueueAsync(four);
        var dropped = await hooked.QueueAsync(five);

        await hooked.UntilAsync(dropped, delivery => delivery.Status == DeliveryStatus.Dropped);
        await hooked.UntilAsync(spared, delivery => delivery.Attempts == 1 && delivery.LeaseUntil == null);
        (await hooked.WebhookAsync(five)).GetProperty("disabled_reason").GetString().ShouldBe("FAILING");
        (await hooked.WebhookAsync(four)).GetProperty("enabled").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_redirect_is_a_failure_that_says_so_and_leads_nowhere()
    {
        await using var inside = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync((context, _) =>
        {
            context.Response.Redirect(inside.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        var (webhook, _) = await hooked.AddAsync(receiver);

        var failed = await hooked.UntilAsync(await hooked.TestAsync(webhook), delivery => delivery.Status == DeliveryStatus.Failed);

        (failed.StatusCode, failed.Error).ShouldBe((307, "It answered 307; redirects are not followed."));
        inside.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var receiver = await Receiver.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
        });
        var (webhook, _) = await hooked.AddAsync(receiver);

        var delivered = await hooked.UntilAsync(await hooked.TestAsync(webhook), delivery => delivery.EndedAt != null);

        delivered.Status.ShouldBe(DeliveryStatus.Delivered);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_given_up_after_the_time_it_has()
    {
        await using var receiver = await Receiver.StartAsync((context, _) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var (webhook, _) = await hooked.AddAsync(receiver);

        var failed = await hooked.UntilAsync(await hooked.TestAsync(webhook), delivery => delivery.Status == DeliveryStatus.Failed);

        failed.Error.ShouldBe($"It did not answer within {HookedStack.TimeoutSeconds} s.");
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_user_who_is_gone()
    {
        await using var receiver = await Receiver.StartAsync();
        var webhook = await hooked.AddOfAnotherAsync(receiver, 71);
        await hooked.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE users SET deleted_at = now() WHERE id = 71", Cancelled));
        await hooked.QueueAsync(webhook);

        // What was due after it is delivered: its turn came, and passed.
        await using var other = await Receiver.StartAsync();
        var (mine, _) = await hooked.AddAsync(other);
        await hooked.UntilAsync(await hooked.TestAsync(mine), delivery => delivery.Status == DeliveryStatus.Delivered);

        receiver.Received.ShouldBeEmpty();
    }

    private Task FailingSinceAsync(long webhook, int days) => hooked.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE webhooks SET failing_since = now() - make_interval(days => {days}) WHERE id = {webhook}", Cancelled));
}
