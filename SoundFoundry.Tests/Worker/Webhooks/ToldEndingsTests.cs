using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Simulator.Webhooks;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>What a receiver hears of jobs, and how it knows who is speaking.</summary>
public sealed class ToldEndingsTests(HookedStack hooked) : IClassFixture<HookedStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finished_failed_and_canceled_tracks_are_told_signed_for_receivers_with_the_published_library()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, secret) = await hooked.AddAsync(receiver);
        var (track, finished) = await hooked.Client.CreateTrackAsync("a prompt nobody else may read");
        await hooked.Client.JobReachesAsync(finished, "COMPLETE");
        await OrderAsync("pause");
        var (_, canceled) = await hooked.Client.CreateTrackAsync();
        using (await hooked.Client.PostAsync($"/api/jobs/{canceled}/cancel", null, Cancelled)) { }
        var (_, failed) = await hooked.Client.CreateTrackAsync();
        await hooked.Stack.WithDbAsync(db => db.EndUnownedAsync(failed, JobStatus.Failed, "deadline", "Too late.", Cancelled));
        await OrderAsync("resume");

        var received = await receiver.UntilAsync(3);

        foreach (var webhookReceived in received) (await webhookReceived.VerdictAsync(secret)).ShouldBe(ReceiverLibrary.Verified);
        received.Select(r => (r.Json.GetProperty("type").GetString(), Data(r).GetProperty("job_id").GetInt64(), Data(r).GetProperty("status").GetString()))
            .ShouldBe([("track.completed", finished, "COMPLETE"), ("track.canceled", canceled, "CANCELED"), ("track.failed", failed, "FAILED")], ignoreOrder: true);
        var first = received.Single(r => Data(r).GetProperty("job_id").GetInt64() == finished);
        Data(first).GetProperty("track_id").GetInt64().ShouldBe(track);
        first.Json.GetProperty("timestamp").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
        Encoding.UTF8.GetString(first.Body).ShouldNotContain("prompt");
        received.Select(r => r.Headers["webhook-id"]).ShouldBeUnique();
        first.Headers.Keys.ShouldNotContain("traceparent", "Traces are the operator's business.");
        var log = (await hooked.Client.GetAsJsonAsync($"/api/webhooks/{webhook}/deliveries")).GetProperty("deliveries");
        log.EnumerateArray().ShouldAllBe(d => d.GetProperty("status").GetString() == "DELIVERED" && d.GetProperty("status_code").GetInt32() == 204);
    }

    [Fact]
    public async Task For_a_day_after_a_rotation_both_secrets_verify_and_then_only_the_new_one()
    {
        await using var receiver = await Receiver.StartAsync();
        var (webhook, old) = await hooked.AddAsync(receiver);
        using var rotated = await hooked.Client.PostAsync($"/api/webhooks/{webhook}/secret", null, Cancelled);
        var fresh = (await rotated.ReadAsync()).GetProperty("secret").GetString()!;

        await hooked.TestAsync(webhook);
        var during = (await receiver.UntilAsync(1))[0];
        await hooked.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE webhooks SET previous_secret_until = now() WHERE id = {webhook}", Cancelled));
        await hooked.TestAsync(webhook);
        var after = (await receiver.UntilAsync(2))[1];

        (await during.VerdictAsync(old)).ShouldBe(ReceiverLibrary.Verified);
        (await during.VerdictAsync(fresh)).ShouldBe(ReceiverLibrary.Verified);
        (await after.VerdictAsync(fresh)).ShouldBe(ReceiverLibrary.Verified);
        (await after.VerdictAsync(old)).ShouldNotBe(ReceiverLibrary.Verified);
    }

    [Fact]
    public async Task A_delivery_played_again_later_or_changed_is_refused_by_the_published_library()
    {
        var now = TimeProvider.System.GetUtcNow();
        var secret = WebhookSecret.New();
        var due = new DueDelivery(1, 1, Guid.NewGuid(), 1, "track.completed", now, """{"track_id": 1}""", "https://hooks.example.com/", secret, null, null);

        var sent = await WrittenAsync(due, now);
        var (again, late) = (await WrittenAsync(due with { Attempt = 2 }, now.AddSeconds(30)), await WrittenAsync(due, now.AddMinutes(-6)));
        var changed = sent with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sent.Body).Replace("1}", "2}", StringComparison.Ordinal)) };
        var renamed = sent with { Headers = new Dictionary<string, string>(sent.Headers) { ["webhook-id"] = "msg_other" } };
        var redated = late with { Headers = new Dictionary<string, string>(late.Headers) { ["webhook-timestamp"] = sent.Headers["webhook-timestamp"] } };

        (await sent.VerdictAsync(secret)).ShouldBe(ReceiverLibrary.Verified);
        (await again.VerdictAsync(secret)).ShouldBe(ReceiverLibrary.Verified);
        again.Headers["webhook-id"].ShouldBe(sent.Headers["webhook-id"], "A repetition can be told by its id.");
        again.Body.ShouldBe(sent.Body);
        again.Headers["webhook-timestamp"].ShouldNotBe(sent.Headers["webhook-timestamp"]);
        (await late.VerdictAsync(secret)).ShouldBe("Message timestamp too old");
        foreach (var forged in new[] { changed, renamed, redated }) (await forged.VerdictAsync(secret)).ShouldBe("No matching signature found");
    }

    private static JsonElement Data(ReceivedWebhook received) => received.Json.GetProperty("data");

    private static async Task<ReceivedWebhook> WrittenAsync(DueDelivery due, DateTimeOffset now)
    {
        using var request = WebhookMessage.Request(due, now);
        return new ReceivedWebhook(
            request.Headers.ToDictionary(header => header.Key, header => header.Value.Single()), await request.Content!.ReadAsByteArrayAsync(Cancelled));
    }

    private async Task OrderAsync(string order)
    {
        using var response = await hooked.Client.PostAsync($"/api/admin/queue/{order}", null, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
