using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Renditions;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Core.Renditions;

/// <summary>What asking for a rendition does to the one that is there or on its way.</summary>
public sealed class RenditionOrdersTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_asked_before_and_after_a_renaming_get_theirs_and_neither_undoes_the_other()
    {
        await using var db = schema.Open();
        var job = await EmptySchema.QueueJobAsync(db, Cancelled);
        var before = await AskAsync(db, job);
        var making = await ClaimAsync(db);
        await RenameAsync(db, job, "After");
        var after = await AskAsync(db, job);

        (await db.RecordMadeAsync(making, before.Stamp, "users/1/before", 1, Cancelled)).ShouldBeTrue();
        var made = await FindAsync(db, job);
        (Follow(before, made).IsAnswered, Follow(after, made).IsAnswered).ShouldBe((true, false));

        var again = await AskAsync(db, job);
        again.IsPending.ShouldBeTrue();
        await db.RecordMadeAsync(await ClaimAsync(db), again.Stamp, "users/1/after", 1, Cancelled);
        var anew = await FindAsync(db, job);
        (Follow(before, anew).IsAnswered, Follow(after, anew).IsAnswered, Follow(again, anew).IsAnswered).ShouldBe((true, true, true));
        (await AskAsync(db, job)).Standing.Key.ShouldBe("users/1/after");
    }

    [Fact]
    public async Task What_is_begun_after_a_renaming_answers_all_who_wait()
    {
        await using var db = schema.Open();
        var job = await EmptySchema.QueueJobAsync(db, Cancelled);
        var before = await AskAsync(db, job);
        await RenameAsync(db, job, "After");
        var after = await AskAsync(db, job);

        after.Standing.Fence.ShouldBe(before.Standing.Fence);
        await db.RecordMadeAsync(await ClaimAsync(db), after.Stamp, "users/1/after", 1, Cancelled);
        var made = await FindAsync(db, job);
        (Follow(before, made).IsAnswered, Follow(after, made).IsAnswered).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(RenditionErrors.NoEncoder, 2, true)]
    [InlineData(RenditionErrors.Interrupted, 2, true)]
    [InlineData(RenditionErrors.Failed, 2, false)]
    [InlineData(RenditionErrors.Failed, 24 * 60 + 1, true)]
    public async Task What_was_given_up_is_tried_again_soon_unless_the_audio_is_to_blame(string code, int minutesLater, bool again)
    {
        await using var db = schema.Open();
        var job = await EmptySchema.QueueJobAsync(db, Cancelled);
        await AskAsync(db, job);
        await db.RecordFailedAsync(await ClaimAsync(db), code, "words", Cancelled);
        (await AskAsync(db, job)).Standing.ErrorCode.ShouldBe(code);

        await db.Database.ExecuteSqlAsync(
            $"UPDATE renditions SET ended_at = now() - make_interval(mins => {minutesLater}) WHERE job_id = {job}", Cancelled);

        (await AskAsync(db, job)).IsPending.ShouldBe(again);
        await RenameAsync(db, job, "Other");
        (await AskAsync(db, job)).IsPending.ShouldBeTrue();
        await db.RecordMadeAsync(await ClaimAsync(db), "s", "users/1/x", 1, Cancelled);
    }

    [Fact]
    public async Task One_user_can_have_only_so_many_wait_however_old_the_tracks_are()
    {
        await using var db = schema.Open();
        var made = await EmptySchema.QueueJobAsync(db, Cancelled);
        await AskAsync(db, made);
        await db.RecordMadeAsync(await ClaimAsync(db), "of another title", "users/1/x", 1, Cancelled);
        for (var i = 0; i < RenditionOrders.MostPending; i++) await AskAsync(db, await EmptySchema.QueueJobAsync(db, Cancelled));

        (await db.AskAsync(await EmptySchema.QueueJobAsync(db, Cancelled), RenditionKind.Mp3, null, Cancelled)).ShouldBeNull();
        (await db.AskAsync(made, RenditionKind.Mp3, null, Cancelled)).ShouldBeNull();
        await db.Database.ExecuteSqlAsync($"DELETE FROM renditions", Cancelled);
    }

    [Fact]
    public async Task What_nobody_asked_for_in_a_month_is_dropped_and_can_be_had_again()
    {
        await using var db = schema.Open();
        var job = await EmptySchema.QueueJobAsync(db, Cancelled);
        await AskAsync(db, job);
        await db.RecordMadeAsync(await ClaimAsync(db), "s", "users/1/x", 1, Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE renditions SET asked_at = now() - interval '31 days' WHERE job_id = {job}", Cancelled);

        await db.ForgetAsync(Cancelled);

        (await FindAsync(db, job)).ShouldSatisfyAllConditions(row => row.State.ShouldBe(RenditionState.Dropped), row => row.Key.ShouldBeNull());
        (await AskAsync(db, job)).IsPending.ShouldBeTrue();
        await db.RecordMadeAsync(await ClaimAsync(db), "s", "users/1/x", 1, Cancelled);
    }

    private static RenditionOrder Follow(RenditionOrder order, Rendition now) => order with { Standing = now };

    private static async Task<RenditionOrder> AskAsync(SoundFoundryDb db, long job) =>
        (await db.AskAsync(job, RenditionKind.Mp3, null, Cancelled)).ShouldNotBeNull();

    private static async Task<ClaimedRendition> ClaimAsync(SoundFoundryDb db) =>
        (await db.ClaimRenditionAsync(Lease, [RenditionKind.Mp3], Cancelled)).ShouldNotBeNull();

    private static Task<int> RenameAsync(SoundFoundryDb db, long job, string title) => db.Database.ExecuteSqlAsync(
        $"UPDATE tracks SET title = {title} FROM jobs WHERE jobs.track_id = tracks.id AND jobs.id = {job}", Cancelled);

    private static Task<Rendition> FindAsync(SoundFoundryDb db, long job) =>
        db.Renditions.AsNoTracking().SingleAsync(rendition => rendition.JobId == job, Cancelled);
}
