using SoundFoundry.Simulator.Replicate;

namespace SoundFoundry.Tests.Simulator.Webhooks;

public sealed class ReplicateWebhookTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Fact]
    public async Task Only_the_events_asked_for_are_announced_each_under_an_id_of_its_own()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        await simulator.PredictAsync(webhook: receiver.Address, events: ["start", "output", "completed"]);
        var webhooks = await receiver.UntilAsync(3);

        webhooks.Select(webhook => webhook.Json.Text("status")).ShouldBe(["starting", "processing", "succeeded"]);
        webhooks.Select(webhook => webhook.Headers["webhook-id"]).ShouldBeUnique();
        foreach (var webhook in webhooks) (await IsGenuineAsync(webhook)).ShouldBeTrue();
    }

    [Fact]
    public async Task Logs_are_announced_as_they_grow()
    {
        await simulator.Control.SetPaceAsync(renderS: 10);
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        await simulator.PredictAsync(webhook: receiver.Address, events: ["logs"]);
        var webhooks = await receiver.UntilAsync(2);

        webhooks[1].Json.Text("logs").ShouldStartWith(webhooks[0].Json.Text("logs")[..20]);
        webhooks[1].Json.Text("logs").Length.ShouldBeGreaterThan(webhooks[0].Json.Text("logs").Length);
    }

    [Fact]
    public async Task A_signature_may_be_bad()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        await simulator.Control.SetFaultAsync("replicate", "webhook_bad_signature");
        await simulator.PredictAsync(webhook: receiver.Address, events: ["completed"]);

        (await IsGenuineAsync((await receiver.UntilAsync(1))[0])).ShouldBeFalse();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> IsGenuineAsync(ReceivedWebhook webhook)
    {
        using var response = await simulator.ReplicateAsync(HttpMethod.Get, "/v1/webhooks/default/secret");
        var signature = new SvixSignature((await response.ReadAsync()).Text("key"));
        var expected = signature.Of(webhook.Headers["webhook-id"], webhook.Headers["webhook-timestamp"], webhook.Body);
        return webhook.Headers["webhook-signature"] == expected;
    }
}
