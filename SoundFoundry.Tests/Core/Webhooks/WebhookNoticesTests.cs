using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Users;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Webhooks;

public sealed class WebhookNoticesTests(EmptySchema schema) : IClassFixture<EmptySchema>, IAsyncLifetime
{
    private const long Stranger = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private SoundFoundryDb _db = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _db = schema.Open();
        await _db.Webhooks.ExecuteDeleteAsync(Cancelled);
        if (!await _db.Users.AnyAsync(user => user.Id == Stranger, Cancelled)) _db.Users.Add(new User { Id = Stranger, Name = "stranger" });
        await _db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    [Fact]
    public async Task Every_ending_is_told_once_to_those_who_want_to_hear_it_and_to_nobody_else()
    {
        var all = await AddAsync(EmptySchema.UserId, [.. WebhookEvents.Subscribable]);
        var failures = await AddAsync(EmptySchema.UserId, WebhookEvents.TrackFailed);
        await AddAsync(Stranger, [.. WebhookEvents.Subscribable]);
        var disabled = await AddAsync(EmptySchema.UserId, [.. WebhookEvents.Subscribable]);
        await _db.DisableWebhookAsync(disabled, DisabledReason.Owner, Cancelled);

        var (complete, failed, canceled) = (await CompleteAsync(), await FailAsync(), await CancelAsync());

        (await ToldAsync()).ShouldBe(
        [
            (all, WebhookEvents.TrackCompleted, complete), (all, WebhookEvents.TrackFailed, failed), (failures, WebhookEvents.TrackFailed, failed),
            (all, WebhookEvents.TrackCanceled, canceled),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_told_are_ids_and_states_and_no_word_of_the_prompt()
    {
        await AddAsync(EmptySchema.UserId, [.. WebhookEvents.Subscribable]);

        var failed = await FailAsync();

        var data = JsonSerializer.Deserialize<JsonElement>((await _db.WebhookDeliveries.SingleAsync(Cancelled)).Data);
        data.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["track_id", "job_id", "status", "error_code", "charged_credits"], ignoreOrder: true);
        (data.GetProperty("job_id").GetInt64(), data.GetProperty("status").GetString(), data.GetProperty("error_code").GetString())
            .ShouldBe((failed, "FAILED", "timeout"));
    }

    [Fact]
    public async Task An_ending_that_does_not_come_about_is_not_told()
    {
        await AddAsync(EmptySchema.UserId, [.. WebhookEvents.Subscribable]);
        var job = await EmptySchema.QueueJobAsync(_db, Cancelled);
        var claim = (await _db.ClaimAsync(job, "w", Minute, Minute, Cancelled))!;

        (await _db.FailAsync(claim with { Fence = claim.Fence - 1 }, Failure(), Cancelled)).ShouldBeFalse();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            _db.CompleteAsync(claim, (await BeginAsync(claim)).Id, OfferedLate.Audio("k"), claim.QuotedCredits + 1, Cancelled));

        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_webhook_that_is_deleted_while_a_job_ends_does_not_undo_the_ending()
    {
        var webhook = await AddAsync(EmptySchema.UserId, [.. WebhookEvents.Subscribable]);
        var job = await EmptySchema.QueueJobAsync(_db, Cancelled);
        await using var other = schema.Open();
        await using var deletion = await other.Database.BeginTransactionAsync(Cancelled);
        await other.Webhooks.Where(w => w.Id == webhook).ExecuteDeleteAsync(Cancelled);

        // Who looks for waiting sessions from inside a transaction sees the same ones until its end.
        await using var watcher = schema.Open();
        var ending = _db.RequestCancelAsync(job, Cancelled);
        while (!ending.IsCompleted && !await SomebodyWaitsAsync(watcher)) await Task.Yield();
        await deletion.CommitAsync(Cancelled);

        (await ending).ShouldBe(JobStatus.Canceled);
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Audio_found_late_is_told_and_so_is_the_track_it_becomes()
    {
        var all = await AddAsync(EmptySchema.UserId, [.. WebhookEvents.Subscribable]);

        var late = await OfferedLate.MakeAsync(_db, Cancelled);
        await _db.GrantAsync(EmptySchema.UserId, 100, Cancelled);
        (await _db.TakeLateAsync(EmptySchema.UserId, late.TrackId, late.Id, Cancelled)).ShouldBe(new LateTaking.Taken(IsNew: true));

        var taken = (await _db.LateResults.AsNoTracking().SingleAsync(l => l.Id == late.Id, Cancelled)).TakenJobId!.Value;
        (await ToldAsync()).ShouldBe(
        [
            (all, WebhookEvents.TrackFailed, late.JobId), (all, WebhookEvents.LateResultFound, late.JobId),
            (all, WebhookEvents.TrackCompleted, taken),
        ]);
    }

    private async Task<long> AddAsync(long userId, params string[] events)
    {
        var webhook = new Webhook { UserId = userId, Url = "https://hooks.example.com/", Events = events, Secret = WebhookSecret.New() };
        _db.Webhooks.Add(webhook);
        await _db.SaveChangesAsync(Cancelled);
        return webhook.Id;
    }

    private async Task<List<(long, string, long)>> ToldAsync() =>
        [.. (await _db.WebhookDeliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync(Cancelled)).Select(d => (d.WebhookId, d.Event, d.JobId!.Value))];

    private static async Task<bool> SomebodyWaitsAsync(SoundFoundryDb db) => (await db.Database.SqlQuery<bool>(
        $"""
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value"
        """).ToListAsync(Cancelled)).Single();

    private async Task<long> CompleteAsync()
    {
        var job = await EmptySchema.QueueJobAsync(_db, Cancelled);
        var claim = (await _db.ClaimAsync(job, "w", Minute, Minute, Cancelled))!;
        (await _db.CompleteAsync(claim, (await BeginAsync(claim)).Id, OfferedLate.Audio($"key-{job}"), 1, Cancelled)).ShouldBeTrue();
        return job;
    }

    private async Task<long> FailAsync()
    {
        var job = await EmptySchema.QueueJobAsync(_db, Cancelled);
        var claim = (await _db.ClaimAsync(job, "w", Minute, Minute, Cancelled))!;
        (await _db.FailAsync(claim, Failure(), Cancelled)).ShouldBeTrue();
        return job;
    }

    private async Task<long> CancelAsync()
    {
        var job = await EmptySchema.QueueJobAsync(_db, Cancelled);
        (await _db.RequestCancelAsync(job, Cancelled)).ShouldBe(JobStatus.Canceled);
        return job;
    }

    private async Task<Attempt> BeginAsync(JobClaim claim) => (await _db.BeginAttemptAsync(claim, 1, EmptySchema.Model, 30, Cancelled))!;

    private static Failure Failure() => new(FailureClass.TimedOut, "timeout", "too slow");
}
