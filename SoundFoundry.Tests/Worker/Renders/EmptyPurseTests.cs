using System.Net;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>Nobody renders at the operator's cost.</summary>
public sealed class EmptyPurseTests(EmptyPurseTests.Fal providers) : IClassFixture<EmptyPurseTests.Fal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task No_provider_hears_of_a_request_that_can_not_be_paid(long credits)
    {
        await providers.BeginAfreshAsync();
        await LeaveAsync(credits);
        var attempts = await AttemptsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => providers.Client.PostTrackAsync(
            new { prompt = "for free", duration_s = 30, provider = "fal", model = "stable-audio-25" })));
        using var retried = await providers.Client.PostAsync($"/api/jobs/{await FailedJobAsync()}/retry", null, Cancelled);

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.PaymentRequired);
        retried.StatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
        (await providers.Stack.WithDbAsync(db => db.Outbox.CountAsync(Cancelled))).ShouldBe(0);
        (await AttemptsAsync()).ShouldBe(attempts);
        (await providers.Control.SubmitsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_requests_at_once_only_those_that_can_be_paid_reach_a_provider()
    {
        await providers.BeginAfreshAsync();
        await LeaveAsync(45);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => providers.Client.PostTrackAsync(
            new { prompt = "two of eight", duration_s = 30, provider = "fal", model = "stable-audio-25" })));

        var accepted = answers.Where(answer => answer.StatusCode == HttpStatusCode.Accepted).ToList();
        accepted.Count.ShouldBe(2);
        foreach (var answer in accepted)
            await providers.Client.JobReachesAsync((await answer.ReadAsync()).GetProperty("job_id").GetInt64(), "COMPLETE");
        (await providers.Control.SubmitsAsync()).Count.ShouldBe(2);
        (await BalanceAsync()).ShouldBe(5);
    }

    /// <summary>A job that was canceled before anything of it was asked.</summary>
    private async Task<long> FailedJobAsync()
    {
        var before = await BalanceAsync();
        using var pause = await providers.Client.PostAsync("/api/admin/queue/pause", null, Cancelled);
        await LeaveAsync(20);
        using var placed = await providers.Client.PostTrackAsync(
            new { prompt = "stopped", duration_s = 30, provider = "fal", model = "stable-audio-25" });
        var job = (await placed.ReadAsync()).GetProperty("job_id").GetInt64();
        using var canceled = await providers.Client.PostAsync($"/api/jobs/{job}/cancel", null, Cancelled);
        using var resume = await providers.Client.PostAsync("/api/admin/queue/resume", null, Cancelled);
        await LeaveAsync(before);
        return job;
    }

    private Task<int> AttemptsAsync() => providers.Stack.WithDbAsync(db => db.Attempts.CountAsync(Cancelled));

    private async Task LeaveAsync(long credits)
    {
        var change = credits - await BalanceAsync();
        await providers.Stack.WithDbAsync(db => db.AdjustAsync(User.LocalOwnerId, change, "for the test", User.LocalOwnerId, Cancelled));
    }

    private async Task<long> BalanceAsync() => (await providers.Client.GetAsJsonAsync("/api/credits")).GetProperty("balance").GetInt64();

    public sealed class Fal(SharedPostgres postgres) : SimulatedProviders(postgres, "fal");
}
