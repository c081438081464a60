using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Sweeping;

/// <summary>A worker that died is one that claimed a job and is never heard of again.</summary>
public sealed class SweepTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_job_of_a_dead_worker_is_taken_over_and_charged_once()
    {
        await using var stack = await WithoutWorkersAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await ClaimAsDeadWorkerAsync(stack, jobId, Soon, Minute);

        stack.StartWorker();

        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
        var job = await stack.WithDbAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == jobId, Cancelled));
        (job.Claims, job.Fence).ShouldBe((2, 2L));
        (await MovesAsync(stack, jobId)).ShouldBe(["Hold", "Settle"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_job_that_lost_five_workers_is_given_up_and_not_charged()
    {
        await using var stack = await WithoutWorkersAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        for (var i = 0; i < JobClaims.MaxClaims; i++) await ClaimAsDeadWorkerAsync(stack, jobId, -Soon, Minute);

        stack.StartWorker();

        var job = await stack.Client.JobReachesAsync(jobId, "FAILED", "COMPLETE");
        job.GetProperty("error_code").GetString().ShouldBe("too_many_claims");
        job.GetProperty("charged").GetInt32().ShouldBe(0);
        (await MovesAsync(stack, jobId)).ShouldBe(["Hold", "Release"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_job_whose_time_is_over_ends_as_failed()
    {
        await using var stack = await WithoutWorkersAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await ClaimAsDeadWorkerAsync(stack, jobId, -Soon, -Soon);

        stack.StartWorker();

        (await stack.Client.JobReachesAsync(jobId, "FAILED", "COMPLETE")).GetProperty("error_code").GetString().ShouldBe("deadline");
    }

    [Fact]
    public async Task A_cancel_that_the_dead_worker_never_heard_is_carried_out()
    {
        await using var stack = await WithoutWorkersAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await ClaimAsDeadWorkerAsync(stack, jobId, Soon, Minute);
        await stack.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);

        stack.StartWorker();

        await stack.Client.JobReachesAsync(jobId, "CANCELED");
        var balance = await stack.WithDbAsync(db => db.Accounts.SingleAsync(account => account.UserId == User.LocalOwnerId, Cancelled));
        var sum = await stack.WithDbAsync(db => db.Ledger.SumAsync(entry => entry.Credits, Cancelled));
        balance.AvailableCredits.ShouldBe(sum);
    }

    private async Task<RunningStack> WithoutWorkersAsync()
    {
        var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        return stack;
    }

    private static async Task ClaimAsDeadWorkerAsync(RunningStack stack, long jobId, TimeSpan lease, TimeSpan deadline) =>
        (await stack.WithDbAsync(db => db.ClaimAsync(jobId, "dead", lease, deadline, Cancelled))).ShouldNotBeNull();

    private static Task<List<string>> MovesAsync(RunningStack stack, long jobId) => stack.WithDbAsync(db =>
        db.Ledger.Where(entry => entry.JobId == jobId).Select(entry => entry.Kind.ToString()).ToListAsync(Cancelled));
}
