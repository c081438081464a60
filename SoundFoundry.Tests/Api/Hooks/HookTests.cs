using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Hooks;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Simulator;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Providers.Remote;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Api.Hooks;

public sealed class HookTests(CallingProviders providers) : IClassFixture<CallingProviders>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await providers.Simulator.Control.ResetAsync();

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task A_provider_is_told_where_to_call_and_its_call_becomes_one_row(string provider)
    {
        await providers.Simulator.Control.SetFaultAsync(provider, "webhook_replay");
        providers.StartWorker(provider);
        var (_, jobId) = await providers.Client.CreateTrackAsync();
        await providers.Client.JobReachesAsync(jobId, "COMPLETE");

        var attempt = await providers.AttemptAsync(jobId);
        var call = (await providers.HandledCallsAsync(attempt.Token)).ShouldHaveSingleItem();
        call.Provider.ShouldBe(provider);
        call.RequestId.ShouldBe(attempt.RequestId);
        (await providers.Simulator.Control.SubmitsAsync()).ShouldHaveSingleItem().Webhook!
            .ShouldBe($"{providers.Stack.Address.AbsoluteUri.TrimEnd('/')}/api/hooks/{provider}/{attempt.Token:N}");
    }

    [Fact]
    public async Task A_submit_whose_answer_was_lost_is_found_by_the_call_and_rendered_where_it_is()
    {
        await providers.Simulator.Control.SetFaultAsync("fal", "reset_after_accept");
        providers.StartWorker("fal");
        var (trackId, jobId) = await providers.Client.CreateTrackAsync();

        (await providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED")).GetProperty("provider").GetString().ShouldBe("fal");

        var attempt = await providers.AttemptAsync(jobId);
        attempt.Outcome.ShouldBe(AttemptOutcome.Succeeded);
        attempt.Submits.ShouldBe(1);
        var submit = (await providers.Simulator.Control.SubmitsAsync()).ShouldHaveSingleItem();
        submit.RequestId.ShouldBe(attempt.RequestId);
        var log = (await providers.Client.GetAsJsonAsync($"/api/jobs/{jobId}/logs")).EnumerateArray()
            .Select(line => line.GetProperty("message").GetString()).ToList();
        log.ShouldContain($"Job {jobId}: Using provider: fal, track_id={trackId}, attempt=1");
        log.ShouldContain($"Job {jobId}: Found at fal, attempt=1");
    }

    [Fact]
    public async Task A_good_call_ends_a_wait_and_the_same_call_again_is_taken_without_a_second_row()
    {
        var attempt = await BegunAttemptAsync("replicate");
        await using var redis = await ConnectionMultiplexer.ConnectAsync(providers.Stack.Redis.ConnectionString);
        using var waits = new CallbackWaits(redis, TimeProvider.System);
        await redis.GetSubscriber().PingAsync();
        var waiting = waits.WaitAsync(attempt, Timeout.InfiniteTimeSpan, Token);

        using var first = await CallAsReplicateAsync($"replicate/{attempt:N}");
        using var again = await CallAsReplicateAsync($"replicate/{attempt:N}");

        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Token);
        (await providers.CallsAsync(attempt)).ShouldHaveSingleItem().DeliveryId.ShouldBe("msg_1");
    }

    [Fact]
    public async Task Who_calls_without_an_attempt_of_that_provider_is_not_found()
    {
        var attempt = await BegunAttemptAsync("fal");
        foreach (var path in new[] { $"replicate/{Guid.NewGuid():N}", $"replicate/{attempt:N}", $"studio/{attempt:N}", "replicate/no-token" })
        {
            using var answer = await CallAsReplicateAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await providers.CallsAsync(attempt)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task A_call_without_a_good_signature_leaves_no_row(string provider)
    {
        var attempt = await BegunAttemptAsync(provider);
        using var bare = await PostAsync($"{provider}/{attempt:N}", "{}");
        using var forged = await CallAsReplicateAsync($"{provider}/{attempt:N}", body: """{"id":"p1"}""", signedBody: """{"id":"p2"}""");

        bare.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        forged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await providers.CallsAsync(attempt)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_of_more_than_a_quarter_of_a_megabyte_is_refused()
    {
        var attempt = await BegunAttemptAsync("fal");

        using var answer = await PostAsync($"fal/{attempt:N}", new string(' ', (256 * 1024) + 1));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    public async ValueTask DisposeAsync() => await providers.Stack.StopWorkersAsync();

    /// <summary>An attempt that no worker knows of.</summary>
    /// <returns>Its token.</returns>
    private async Task<Guid> BegunAttemptAsync(string provider)
    {
        var (_, jobId) = await providers.Client.CreateTrackAsync();
        return await providers.Stack.WithDbAsync(async db =>
        {
            var attempt = new Attempt { JobId = jobId, Number = 1, Fence = 1, Provider = provider, Model = "some" };
            db.Attempts.Add(attempt);
            await db.Jobs.Where(job => job.Id == jobId).ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, JobStatus.Canceled), Token);
            await db.SaveChangesAsync(Token);
            return attempt.Token;
        });
    }

    /// <summary>Calls with the secret that the simulated Replicate signs with.</summary>
    private async Task<HttpResponseMessage> CallAsReplicateAsync(string path, string body = """{"id":"p1"}""", string? signedBody = null)
    {
        using var answer = await providers.Simulator.ReplicateAsync(HttpMethod.Get, "/v1/webhooks/default/secret");
        var secret = Convert.FromBase64String((await VendorCalls.ReadAsync(answer)).Text("key")["whsec_".Length..]);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Encoding.ASCII.GetString(ReplicateCallbackVerifier.Sign(secret, "msg_1", timestamp, Encoding.UTF8.GetBytes(signedBody ?? body)));
        return await PostAsync(path, body, ("webhook-id", "msg_1"), ("webhook-timestamp", timestamp), ("webhook-signature", $"v1,{signature}"));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/hooks/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await providers.Client.SendAsync(request, Token);
    }
}
