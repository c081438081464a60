using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Users;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Core.Jobs.Properties;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Core.Users;

/// <summary>What holds from the moment an account is erased, whoever dies then.</summary>
public sealed class AccountErasureTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_waits_is_taken_by_nobody_and_ended_by_the_sweeper_with_its_credits_given_back()
    {
        var real = await RealJobs.OfNewUserAsync(schema, Cancelled);
        var job = (await real.AcceptAsync(3)).ShouldNotBeNull();

        (await EraseAsync(real.UserId)).ShouldBe([job]);

        (await real.ClaimAsync(job)).ShouldBeNull();
        (await real.AcceptAsync(1)).ShouldBeNull();
        (await real.SweepAsync()).ShouldBe(1);
        (await real.RowsAsync()).ShouldHaveSingleItem().Status.ShouldBe(JobStatus.Canceled);
        (await real.LookAsync()).ShouldBe((RealJobs.Granted, RealJobs.Granted));
        (await real.AcceptAsync(1)).ShouldBeNull();
        (await real.AdjustAsync(1)).ShouldBeOfType<Adjustment.NoSuchUser>();
        (await real.PurchaseAsync(1, $"after {real.UserId}")).ShouldBeOfType<Purchase.NoSuchUser>();
        await real.TopUpAsync(1_000);
        (await real.LookAsync()).ShouldBe((RealJobs.Granted, RealJobs.Granted));
    }

    [Fact]
    public async Task What_is_being_rendered_completes_no_more_and_nothing_of_it_stays()
    {
        var real = await RealJobs.OfNewUserAsync(schema, Cancelled);
        var job = (await real.AcceptAsync(3)).ShouldNotBeNull();
        var claim = (await real.ClaimAsync(job)).ShouldNotBeNull();
        await using var db = schema.Open();
        db.JobLog.Add(new JobLogEntry { JobId = job, Level = "info", Message = "before" });
        await db.SaveChangesAsync(Cancelled);

        await EraseAsync(real.UserId);
        db.JobLog.Add(new JobLogEntry { JobId = job, Level = "info", Message = "after, of a worker that had begun" });
        await db.SaveChangesAsync(Cancelled);

        (await real.CompleteAsync(claim, 3)).ShouldBeFalse();
        (await real.HandBackAsync(claim)).ShouldBeFalse();
        (await real.AcceptCancelAsync(claim)).ShouldBeTrue();
        (await db.EraseLateTracesAsync(Cancelled)).ShouldBeGreaterThan(0);
        (await db.JobLog.CountAsync(line => line.JobId == job, Cancelled)).ShouldBe(0);
        (await real.LookAsync()).ShouldBe((RealJobs.Granted, RealJobs.Granted));
    }

    [Fact]
    public async Task The_audio_of_an_erased_user_goes_at_once()
    {
        await using var db = schema.Open();
        var real = await RealJobs.OfNewUserAsync(schema, Cancelled);
        var job = (await real.AcceptAsync(3)).ShouldNotBeNull();
        await real.CompleteAsync((await real.ClaimAsync(job)).ShouldNotBeNull(), 3);
        var key = AudioKey.For(real.UserId, (await real.RowsAsync()).Single().TrackId, job, 1, "wav");
        await db.Database.ExecuteSqlAsync($"UPDATE jobs SET artifact_key = {key} WHERE id = {job}", Cancelled);
        (await db.JudgeAsync([key], Month, Cancelled)).ShouldHaveSingleItem().IsLeftOver.ShouldBeFalse();

        await EraseAsync(real.UserId);

        (await db.JudgeAsync([key], Month, Cancelled)).ShouldHaveSingleItem().IsLeftOver.ShouldBeTrue();
    }

    [Fact]
    public async Task Whatever_is_accepted_while_the_account_is_erased_is_stopped_or_was_not_accepted()
    {
        for (var round = 0; round < 10; round++)
        {
            var real = await RealJobs.OfNewUserAsync(schema, Cancelled);
            var accepting = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => real.AcceptAsync(1)));
            await Task.WhenAll(accepting, EraseAsync(real.UserId));

            var rows = await real.RowsAsync();
            rows.Select(row => row.Id).ShouldBe((await accepting).Where(job => job is not null).Select(job => job!.Value), ignoreOrder: true);
            rows.ShouldAllBe(row => row.CancelRequested);
            (await WordsAsync(real.UserId)).ShouldAllBe(words => words.Length == 0);
        }
    }

    [Fact]
    public async Task Erasing_again_is_erasing_once_and_nobody_else_is_touched()
    {
        await using var db = schema.Open();
        var gone = (await RealJobs.OfNewUserAsync(schema, Cancelled)).UserId;
        var other = await RealJobs.OfNewUserAsync(schema, Cancelled);
        await other.AcceptAsync(1);
        db.Webhooks.AddRange(new[] { gone, other.UserId }.Select(user => new Webhook
        {
            UserId = user, Url = "https://music.test/", Events = [WebhookEvents.TrackCompleted], Secret = "whsec_",
        }));
        await db.SaveChangesAsync(Cancelled);

        await EraseAsync(gone);
        var first = await db.Users.AsNoTracking().SingleAsync(user => user.Id == gone, Cancelled);
        await EraseAsync(gone);
        var again = await db.Users.AsNoTracking().SingleAsync(user => user.Id == gone, Cancelled);

        (first.Name, first.DeletedAt is null).ShouldBe(($"deleted user {gone}", false));
        again.DeletedAt.ShouldBe(first.DeletedAt);
        (await WordsAsync(other.UserId)).ShouldBe(["rain"]);
        (await db.Webhooks.SingleAsync(Cancelled)).UserId.ShouldBe(other.UserId);
        (await other.RowsAsync()).Single().CancelRequested.ShouldBeFalse();
        (await EraseAsync(987_654)).ShouldBeNull();
    }

    private async Task<IReadOnlyList<long>?> EraseAsync(long user)
    {
        await using var db = schema.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
        var open = await db.EraseAccountAsync(user, Cancelled);
        await transaction.CommitAsync(Cancelled);
        return open;
    }

    private async Task<List<string>> WordsAsync(long user)
    {
        await using var db = schema.Open();
        return await db.Tracks.Where(track => track.UserId == user).Select(track => track.Prompt).ToListAsync(Cancelled);
    }
}
