using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NSec.Cryptography;

namespace SoundFoundry.Tests.Simulator.Webhooks;

public sealed class FalWebhookTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Fact]
    public async Task A_finished_job_is_announced_with_its_output_under_a_signature_of_the_published_key()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        var submitted = await SubmitAsync(receiver);
        var webhook = (await receiver.UntilAsync(1)).Single();

        (await IsGenuineAsync(webhook)).ShouldBeTrue();
        webhook.Headers["X-Fal-Webhook-Request-Id"].ShouldBe(submitted.Text("request_id"));
        webhook.Json.Text("status").ShouldBe("OK");
        webhook.Json.GetProperty("payload").GetProperty("audio").Text("url").ShouldStartWith($"{simulator.Address}files/");
    }

    [Fact]
    public async Task A_failed_job_is_announced_with_its_error()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        await simulator.Control.SetFaultAsync("fal", "content_policy");
        await SubmitAsync(receiver);
        var webhook = (await receiver.UntilAsync(1)).Single();

        webhook.Json.Text("status").ShouldBe("ERROR");
        webhook.Json.Text("error").ShouldBe("Invalid status code: 422");
        webhook.Json.GetProperty("payload").GetProperty("detail")[0].Text("type").ShouldBe("content_policy_violation");
    }

    [Fact]
    public async Task An_announcement_that_is_not_taken_is_sent_again_unchanged()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token, refusals: 2);
        await simulator.Control.SetPaceAsync(webhookRetryS: 0.05);
        await SubmitAsync(receiver);
        var tries = await receiver.UntilAsync(3);

        tries.Select(webhook => webhook.Headers["X-Fal-Webhook-Signature"]).Distinct().Count().ShouldBe(1);
        tries.Select(webhook => Convert.ToHexString(webhook.Body)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_signature_may_be_bad_and_an_announcement_come_twice()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        await simulator.Control.SetFaultAsync("fal", "webhook_bad_signature", times: 1);
        await simulator.Control.AddFaultAsync("fal", "webhook_replay", times: 1);
        await SubmitAsync(receiver);
        var bad = (await receiver.UntilAsync(1))[0];
        await SubmitAsync(receiver);
        var twice = (await receiver.UntilAsync(3)).Skip(1).ToList();

        (await IsGenuineAsync(bad)).ShouldBeFalse();
        (await IsGenuineAsync(twice[0])).ShouldBeTrue();
        twice[0].Headers["X-Fal-Webhook-Signature"].ShouldBe(twice[1].Headers["X-Fal-Webhook-Signature"]);
    }

    [Fact]
    public async Task An_announcement_may_never_come()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Token);
        await simulator.Control.SetFaultAsync("fal", "no_webhook", times: 1);
        await SubmitAsync(receiver);
        var announced = await SubmitAsync(receiver);
        var only = (await receiver.UntilAsync(1)).Single();

        only.Json.Text("request_id").ShouldBe(announced.Text("request_id"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<JsonElement> SubmitAsync(WebhookReceiver receiver) =>
        simulator.FalSubmitAsync(query: $"?fal_webhook={Uri.EscapeDataString(receiver.Address)}");

    private async Task<bool> IsGenuineAsync(ReceivedWebhook webhook)
    {
        var jwks = await simulator.Client.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json", Token);
        var published = Base64Url.DecodeFromChars(jwks.GetProperty("keys")[0].Text("x"));
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, published, KeyBlobFormat.RawPublicKey);
        var signed = new[] { "Request-Id", "User-Id", "Timestamp" }.Select(name => webhook.Headers[$"X-Fal-Webhook-{name}"]);
        var message = string.Join('\n', [.. signed, Convert.ToHexStringLower(SHA256.HashData(webhook.Body))]);
        var signature = Convert.FromHexString(webhook.Headers["X-Fal-Webhook-Signature"]);
        return SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(message), signature);
    }
}
