using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Core.LateResults;

public sealed class LateTakingsTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private const long User = EmptySchema.UserId;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taken_many_times_at_once_it_becomes_one_new_job_and_is_charged_once()
    {
        await using var db = schema.Open();
        var late = await OfferedLate.MakeAsync(db, Cancelled);
        var before = await CreditsAsync(db);

        var takings = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var own = schema.Open();
            return await own.TakeLateAsync(User, late.TrackId, late.Id, Cancelled);
        }));

        takings.OfType<LateTaking.Taken>().Count(taken => taken.IsNew).ShouldBe(1);
        takings.OfType<LateTaking.Taken>().Count().ShouldBe(8);
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.TrackId == late.TrackId).OrderBy(job => job.Id).ToListAsync(Cancelled);
        jobs.Select(job => (job.Status, job.ChargedCredits)).ShouldBe([(JobStatus.Failed, 0), (JobStatus.Complete, 3)]);
        (jobs[1].Provider, jobs[1].Model, jobs[1].Artifact!.Key).ShouldBe(("fal", "some", late.Key));
        (await db.Tracks.AsNoTracking().SingleAsync(track => track.Id == late.TrackId, Cancelled)).JobId.ShouldBe(jobs[1].Id);
        (await CreditsAsync(db)).ShouldBe(before - 3);
        await ShouldBalanceAsync(db);
    }

    [Fact]
    public async Task What_came_for_a_deleted_track_is_not_offered()
    {
        await using var db = schema.Open();
        var (_, track, attempt) = await OfferedLate.FailAsync(db, Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE tracks SET deleted_at = now() WHERE id = {track}", Cancelled);

        (await db.OfferAsync(attempt, OfferedLate.Audio("of a deleted track"), 3, Cancelled)).ShouldBeFalse();

        (await db.LateResults.AnyAsync(late => late.TrackId == track, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_enough_credits_nothing_changes()
    {
        await using var db = schema.Open();
        var late = await OfferedLate.MakeAsync(db, Cancelled);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO ledger (user_id, kind, credits) SELECT user_id, 'GRANT', 2 - available_credits FROM accounts WHERE user_id = {User};
            UPDATE accounts SET available_credits = 2 WHERE user_id = {User}
            """, Cancelled);

        (await db.TakeLateAsync(User, late.TrackId, late.Id, Cancelled)).ShouldBe(new LateTaking.NotEnoughCredits(3, 2));

        (await db.Jobs.CountAsync(job => job.TrackId == late.TrackId, Cancelled)).ShouldBe(1);
        (await db.OpenOffers().CountAsync(l => l.Id == late.Id, Cancelled)).ShouldBe(1);
        await ShouldBalanceAsync(db);
    }

    [Fact]
    public async Task What_was_declined_can_not_be_taken_and_what_was_taken_can_not_be_declined()
    {
        await using var db = schema.Open();
        var declined = await OfferedLate.MakeAsync(db, Cancelled);
        var taken = await OfferedLate.MakeAsync(db, Cancelled);

        (await db.DeclineLateAsync(User, declined.TrackId, declined.Id, Cancelled)).ShouldBeOfType<LateTaking.Declined>();
        (await db.TakeLateAsync(User, declined.TrackId, declined.Id, Cancelled)).ShouldBeOfType<LateTaking.Declined>();
        (await db.TakeLateAsync(User, taken.TrackId, taken.Id, Cancelled)).ShouldBe(new LateTaking.Taken(IsNew: true));
        (await db.DeclineLateAsync(User, taken.TrackId, taken.Id, Cancelled)).ShouldBeOfType<LateTaking.Taken>();

        await ShouldBalanceAsync(db);
    }

    [Fact]
    public async Task A_track_that_is_being_made_again_is_not_changed_meanwhile()
    {
        await using var db = schema.Open();
        var late = await OfferedLate.MakeAsync(db, Cancelled);
        var other = await EmptySchema.QueueJobAsync(db, Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE tracks SET job_id = {other} WHERE id = {late.TrackId}", Cancelled);

        (await db.TakeLateAsync(User, late.TrackId, late.Id, Cancelled)).ShouldBeOfType<LateTaking.StillMaking>();
    }

    [Fact]
    public async Task Nobody_else_can_take_or_decline_it()
    {
        await using var db = schema.Open();
        var late = await OfferedLate.MakeAsync(db, Cancelled);

        (await db.TakeLateAsync(User + 1, late.TrackId, late.Id, Cancelled)).ShouldBeOfType<LateTaking.NotFound>();
        (await db.DeclineLateAsync(User + 1, late.TrackId, late.Id, Cancelled)).ShouldBeOfType<LateTaking.NotFound>();
        (await db.TakeLateAsync(User, late.TrackId + 1, late.Id, Cancelled)).ShouldBeOfType<LateTaking.NotFound>();
    }

    [Fact]
    public async Task Its_audio_is_kept_while_it_is_offered_or_taken_and_goes_when_it_is_declined_or_forgotten()
    {
        await using var db = schema.Open();
        var (offered, taken) = (await OfferedLate.MakeAsync(db, Cancelled), await OfferedLate.MakeAsync(db, Cancelled));
        var (declined, forgotten) = (await OfferedLate.MakeAsync(db, Cancelled), await OfferedLate.MakeAsync(db, Cancelled));
        var open = await OfferedLate.MakeAsync(db, Cancelled);
        await db.GrantAsync(User, 3, Cancelled);
        await db.TakeLateAsync(User, taken.TrackId, taken.Id, Cancelled);
        await db.DeclineLateAsync(User, declined.TrackId, declined.Id, Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE late_results SET found_at = now() - interval '31 days' WHERE id IN ({taken.Id}, {forgotten.Id})", Cancelled);
        await db.ForgetAsync(Cancelled);
        await db.Database.ExecuteSqlAsync($"DELETE FROM late_results WHERE id = {open.Id}", Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE attempts SET reconciled_at = NULL WHERE job_id = {open.JobId}", Cancelled);

        var judged = await db.JudgeAsync([offered.Key, taken.Key, declined.Key, forgotten.Key, open.Key], TimeSpan.FromDays(30), Cancelled);

        judged.Where(one => one.IsLeftOver).Select(one => one.Key).ShouldBe([declined.Key, forgotten.Key], ignoreOrder: true);
    }

    private static Task<long> CreditsAsync(SoundFoundryDb db) =>
        db.Accounts.Where(account => account.UserId == User).Select(account => account.AvailableCredits).SingleAsync(Cancelled);

    private static async Task ShouldBalanceAsync(SoundFoundryDb db) =>
        (await CreditsAsync(db)).ShouldBe(await db.Ledger.Where(entry => entry.UserId == User).SumAsync(entry => entry.Credits, Cancelled));
}
