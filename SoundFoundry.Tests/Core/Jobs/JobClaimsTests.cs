using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Core.Jobs;

public sealed class JobClaimsTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lapsed = TimeSpan.FromMinutes(-1);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);
    private static readonly Artifact SomeAudio = new("users/7/tracks/1/1-1.wav", "audio/wav", 4, new string('a', 64), 30, [1, 2]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_claims_at_once_one_wins()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);

        var claims = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            await using var own = schema.Open();
            return await own.ClaimAsync(id, $"worker-{i}", Lease, Deadline, Cancelled);
        }));

        claims.Count(claim => claim is not null).ShouldBe(1);
        (await db.Outbox.AnyAsync(message => message.JobId == id, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_job_whose_lease_lapsed_is_taken_over_under_a_higher_fence()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var first = await ClaimAsync(db, id, Lapsed);

        var second = await ClaimAsync(db, id, Lease);

        second.Fence.ShouldBeGreaterThan(first.Fence);
        second.Claims.ShouldBe(2);
    }

    [Fact]
    public async Task A_job_whose_lease_is_good_is_not_taken_over()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        await ClaimAsync(db, id, Lease);

        (await db.ClaimAsync(id, "other", Lease, Deadline, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_worker_that_lost_its_claim_changes_nothing_any_more()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var stale = await ClaimAsync(db, id, Lapsed);
        var good = await ClaimAsync(db, id, Lease);
        var before = await JobAsync(db, id);

        (await db.ReportAsync(stale, "rendering", 0.9, Cancelled)).ShouldBeFalse();
        (await db.BeginAttemptAsync(stale, 1, EmptySchema.Model, 30, Cancelled)).ShouldBeNull();
        (await db.CompleteAsync(stale, 0, SomeAudio, 1, Cancelled)).ShouldBeFalse();
        (await db.FailAsync(stale, new Failure(FailureClass.Local, "x", "x"), Cancelled)).ShouldBeFalse();
        (await db.AcceptCancelAsync(stale, Cancelled)).ShouldBeFalse();
        (await db.HandBackAsync(stale, Cancelled)).ShouldBeFalse();

        (await JobAsync(db, id)).Version.ShouldBe(before.Version);
        (await db.CompleteAsync(good, 0, SomeAudio, 1, Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task Handing_back_queues_the_job_again_and_takes_the_claim_off_its_count()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var claim = await ClaimAsync(db, id, Lease);

        (await db.HandBackAsync(claim, Cancelled)).ShouldBeTrue();

        var job = await JobAsync(db, id);
        job.Status.ShouldBe(JobStatus.Queued);
        job.Claims.ShouldBe(0);
        (await db.Outbox.SingleAsync(message => message.JobId == id, Cancelled)).DispatchedAt.ShouldBeNull();
    }

    [Fact]
    public async Task After_five_claims_a_job_is_not_claimed_again()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        for (var i = 0; i < JobClaims.MaxClaims; i++) await ClaimAsync(db, id, Lapsed);

        (await db.ClaimAsync(id, "worker", Lease, Deadline, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_cancel_before_completion_wins_and_completion_is_told()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var claim = await ClaimAsync(db, id, Lease);

        (await db.RequestCancelAsync(id, Cancelled)).ShouldBe(JobStatus.Rendering);

        (await db.CompleteAsync(claim, 0, SomeAudio, 1, Cancelled)).ShouldBeFalse();
        (await db.AcceptCancelAsync(claim, Cancelled)).ShouldBeTrue();
        (await JobAsync(db, id)).Status.ShouldBe(JobStatus.Canceled);
    }

    [Fact]
    public async Task A_cancel_after_completion_loses_and_is_told()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var claim = await ClaimAsync(db, id, Lease);
        await db.CompleteAsync(claim, 0, SomeAudio, 1, Cancelled);

        (await db.RequestCancelAsync(id, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_cancel_that_meets_a_hand_back_is_not_told_that_the_job_had_ended()
    {
        await using var db = schema.Open();
        for (var round = 0; round < 20; round++)
        {
            var id = await EmptySchema.QueueJobAsync(db, Cancelled);
            var claim = await ClaimAsync(db, id, Lease);
            await using var other = schema.Open();

            var handBack = other.HandBackAsync(claim, Cancelled);
            var told = await db.RequestCancelAsync(id, Cancelled);
            await handBack;

            told.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_worker_that_was_only_late_leaves_nothing_in_the_outbox()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var late = await ClaimAsync(db, id, Lapsed);
        await db.RequeueLapsedAsync(Cancelled);
        (await db.Outbox.AnyAsync(message => message.JobId == id, Cancelled)).ShouldBeTrue();

        (await db.CompleteAsync(late, 0, SomeAudio, 1, Cancelled)).ShouldBeTrue();

        (await db.Outbox.AnyAsync(message => message.JobId == id, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_takeover_closes_the_attempt_that_the_lost_worker_left_open()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var lost = await ClaimAsync(db, id, Lapsed);
        await db.BeginAttemptAsync(lost, 1, EmptySchema.Model, 30, Cancelled);

        await ClaimAsync(db, id, Lease);

        var attempt = await db.Attempts.AsNoTracking().SingleAsync(a => a.JobId == id, Cancelled);
        attempt.Outcome.ShouldBe(AttemptOutcome.Abandoned);
        attempt.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Progress_never_runs_backwards()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var claim = await ClaimAsync(db, id, Lease);

        await db.ReportAsync(claim, "rendering", 0.6, Cancelled);
        await db.ReportAsync(claim, "rendering", 0.4, Cancelled);

        (await JobAsync(db, id)).Progress.ShouldBe(0.6);
    }

    [Fact]
    public async Task Every_visible_change_raises_the_version()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        var versions = new List<long> { (await JobAsync(db, id)).Version };

        var claim = await ClaimAsync(db, id, Lease);
        versions.Add((await JobAsync(db, id)).Version);
        await db.ReportAsync(claim, "rendering", 0.5, Cancelled);
        versions.Add((await JobAsync(db, id)).Version);
        await db.CompleteAsync(claim, 0, SomeAudio, 1, Cancelled);
        versions.Add((await JobAsync(db, id)).Version);

        versions.ShouldBeInOrder(SortDirection.Ascending);
        versions.Distinct().Count().ShouldBe(4);
    }

    private static async Task<JobClaim> ClaimAsync(SoundFoundryDb db, long id, TimeSpan lease) =>
        (await db.ClaimAsync(id, "worker", lease, Deadline, Cancelled)).ShouldNotBeNull();

    private static Task<Job> JobAsync(SoundFoundryDb db, long id) => db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Cancelled);
}
