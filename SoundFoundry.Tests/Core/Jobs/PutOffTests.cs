using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Jobs;

public sealed class PutOffTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private const int Most = 2;
    private static readonly Failure Busy = new(FailureClass.RateLimited, "429", "Everybody is busy.");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_was_put_off_says_until_when_and_why_and_is_not_claimed_before()
    {
        await using var db = schema.Open();
        var claim = await ClaimNewAsync(db);

        (await db.PutOffAsync(claim, TimeSpan.FromHours(1), Most, Busy, Cancelled)).ShouldBeTrue();

        var job = await JobAsync(db, claim.JobId);
        (job.Status, job.Retries, job.Claims, job.RetryFence).ShouldBe((JobStatus.Queued, 1, 0, claim.Fence));
        (job.ErrorCode, job.Error).ShouldBe(("429", "Everybody is busy."));
        (await db.Outbox.SingleAsync(message => message.JobId == job.Id, Cancelled)).AvailableAt.ShouldBe(job.RetryAt!.Value);
        (await ClaimAsync(db, job.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task When_its_time_has_come_it_is_claimed_and_says_no_more_of_the_past()
    {
        await using var db = schema.Open();
        var claim = await ClaimNewAsync(db);
        await db.PutOffAsync(claim, TimeSpan.Zero, Most, Busy, Cancelled);

        (await ClaimAsync(db, claim.JobId)).ShouldNotBeNull().Fence.ShouldBe(claim.Fence + 1);

        var job = await JobAsync(db, claim.JobId);
        (job.RetryAt, job.Error, job.ErrorCode, job.Retries).ShouldBe((null, null, null, 1));
    }

    [Fact]
    public async Task It_is_put_off_so_often_and_no_more()
    {
        await using var db = schema.Open();
        var claim = await ClaimNewAsync(db);
        for (var i = 0; i < Most; i++)
        {
            (await db.PutOffAsync(claim, TimeSpan.Zero, Most, Busy, Cancelled)).ShouldBeTrue();
            claim = (await ClaimAsync(db, claim.JobId)).ShouldNotBeNull();
        }

        (await db.PutOffAsync(claim, TimeSpan.Zero, Most, Busy, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_not_put_off_beyond_a_day_after_it_was_accepted()
    {
        await using var db = schema.Open();
        var claim = await ClaimNewAsync(db);

        (await db.PutOffAsync(claim, TimeSpan.FromHours(25), Most, Busy, Cancelled)).ShouldBeFalse();
        await db.PutOffAsync(claim, TimeSpan.FromHours(23), Most, Busy, Cancelled);

        var job = await JobAsync(db, claim.JobId);
        job.DeadlineAt.ShouldBe(job.CreatedAt.AddDays(1));
    }

    [Fact]
    public async Task A_cancel_that_came_first_is_not_put_off()
    {
        await using var db = schema.Open();
        var claim = await ClaimNewAsync(db);
        await db.RequestCancelAsync(claim.JobId, Cancelled);

        (await db.PutOffAsync(claim, TimeSpan.Zero, Most, Busy, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_claim_that_was_lost_puts_nothing_off()
    {
        await using var db = schema.Open();
        var stale = await ClaimNewAsync(db, TimeSpan.FromMinutes(-1));
        await ClaimAsync(db, stale.JobId);

        (await db.PutOffAsync(stale, TimeSpan.Zero, Most, Busy, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_provider_took_stays_open_when_our_own_store_fails()
    {
        await using var db = schema.Open();
        var claim = await ClaimNewAsync(db);
        var taken = (await db.BeginAttemptAsync(claim, 1, EmptySchema.Model, 30, Cancelled)).ShouldNotBeNull();
        var handle = new RemoteHandle($"r{claim.JobId}", new("https://x/s"), new("https://x/r"), new("https://x/c"));
        await db.RecordAcceptedAsync(taken.Id, handle, Cancelled);
        var unsent = (await db.BeginAttemptAsync(claim, 2, EmptySchema.Model, 30, Cancelled)).ShouldNotBeNull();
        var away = new Failure(FailureClass.Local, "store_unavailable", "The store is away.");

        foreach (var attempt in new[] { taken, unsent })
            await db.EndAttemptAsync(claim, attempt.Id, AttemptOutcome.Failed, away, Cancelled);

        var attempts = await db.Attempts.AsNoTracking().Where(a => a.JobId == claim.JobId).OrderBy(a => a.Id).ToListAsync(Cancelled);
        attempts.Select(a => (a.Outcome, a.EndedAt is null)).ShouldBe([(AttemptOutcome.Accepted, true), (AttemptOutcome.Failed, false)]);
        (await db.PutOffAsync(claim, TimeSpan.Zero, Most, away, Cancelled)).ShouldBeTrue();
        (await db.Outbox.AsNoTracking().SingleAsync(message => message.JobId == claim.JobId, Cancelled)).Priority.ShouldBe(OutboxMessage.Begun);
    }

    [Fact]
    public async Task A_claim_says_when_the_time_of_its_job_had_run_out_before()
    {
        await using var db = schema.Open();
        var first = await ClaimNewAsync(db, TimeSpan.FromMinutes(-1));
        first.Overdue.ShouldBeFalse();
        (await ClaimAsync(db, first.JobId, TimeSpan.FromMinutes(-1))).ShouldNotBeNull().Overdue.ShouldBeFalse();
        await db.Database.ExecuteSqlAsync($"UPDATE jobs SET deadline_at = now() - interval '1 second' WHERE id = {first.JobId}", Cancelled);

        (await ClaimAsync(db, first.JobId)).ShouldNotBeNull().Overdue.ShouldBeTrue();
    }

    private static async Task<JobClaim> ClaimNewAsync(SoundFoundryDb db, TimeSpan? lease = null) =>
        (await ClaimAsync(db, await EmptySchema.QueueJobAsync(db, Cancelled), lease)).ShouldNotBeNull();

    private static Task<JobClaim?> ClaimAsync(SoundFoundryDb db, long id, TimeSpan? lease = null) =>
        db.ClaimAsync(id, "worker", lease ?? Lease, TimeSpan.FromMinutes(10), Cancelled);

    private static Task<Job> JobAsync(SoundFoundryDb db, long id) => db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Cancelled);
}
