using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Renditions;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Worker.Renditions;

/// <summary>Who makes what, whatever happens to the workers.</summary>
public sealed class RenditionClaimsTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lapsed = TimeSpan.FromMinutes(-1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_worker_at_a_time_has_it_and_one_that_died_loses_it()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        var died = (await db.ClaimRenditionAsync(Lapsed, Cancelled))!;
        var living = (await db.ClaimRenditionAsync(Lease, Cancelled))!;

        (died.Id, living.Id).ShouldBe((asked.Id, asked.Id));
        (await db.ClaimRenditionAsync(Lease, Cancelled)).ShouldBeNull();
        (await db.RecordMadeAsync(died, "s", "users/1/late", 1, Cancelled)).ShouldBeFalse();
        (await db.RecordMadeAsync(living, "s", "users/1/good", 1, Cancelled)).ShouldBeTrue();
        (await FindAsync(db, asked.Id)).Key.ShouldBe("users/1/good");
    }

    [Fact]
    public async Task What_ends_its_workers_is_given_up_after_three_tries_and_says_so()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        for (var i = 0; i < RenditionClaims.Tries; i++) (await db.ClaimRenditionAsync(Lapsed, Cancelled)).ShouldNotBeNull();

        (await db.ClaimRenditionAsync(Lease, Cancelled)).ShouldBeNull();
        var given = await FindAsync(db, asked.Id);
        (given.State, given.ErrorCode).ShouldBe((RenditionState.Failed, RenditionErrors.Failed));
        given.Error.ShouldBe("This was given up after 3 tries.");
    }

    [Fact]
    public async Task A_stop_of_the_worker_is_no_try()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        await db.HandBackAsync((await db.ClaimRenditionAsync(Lease, Cancelled))!, Cancelled);

        var again = (await db.ClaimRenditionAsync(Lease, Cancelled))!;
        (again.Id, again.Attempts).ShouldBe((asked.Id, 1));
        await db.RecordMadeAsync(again, "s", "users/1/x", 1, Cancelled);
    }

    [Fact]
    public async Task What_was_given_up_is_tried_again_when_the_encoder_may_be_there_or_something_changed()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        await db.RecordFailedAsync((await db.ClaimRenditionAsync(Lease, Cancelled))!, RenditionErrors.NoEncoder, "none", Cancelled);

        (await AskAsync(db, asked.JobId)).State.ShouldBe(RenditionState.Failed);
        await db.Database.ExecuteSqlAsync($"UPDATE renditions SET ended_at = now() - interval '2 minutes' WHERE id = {asked.Id}", Cancelled);
        (await AskAsync(db, asked.JobId)).State.ShouldBe(RenditionState.Pending);
        await db.RecordFailedAsync((await db.ClaimRenditionAsync(Lease, Cancelled))!, RenditionErrors.Failed, "damaged", Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE renditions SET ended_at = now() - interval '2 minutes' WHERE id = {asked.Id}", Cancelled);
        (await AskAsync(db, asked.JobId)).State.ShouldBe(RenditionState.Failed);
        (await AskAsync(db, asked.JobId, "renamed")).State.ShouldBe(RenditionState.Pending);
        await db.RecordMadeAsync((await db.ClaimRenditionAsync(Lease, Cancelled))!, "renamed", "users/1/x", 1, Cancelled);
    }

    [Fact]
    public async Task One_user_can_have_only_so_many_wait()
    {
        await using var db = schema.Open();
        for (var i = 0; i < RenditionOrders.MostPending; i++) await AskAsync(db);

        (await db.AskAsync(EmptySchema.UserId, await EmptySchema.QueueJobAsync(db, Cancelled), RenditionKind.Mp3, "s", null, Cancelled)).ShouldBeNull();
        await db.Database.ExecuteSqlAsync($"DELETE FROM renditions", Cancelled);
    }

    [Fact]
    public async Task Only_what_no_row_names_nor_can_name_again_is_swept_away()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        var track = await db.Jobs.Where(job => job.Id == asked.JobId).Select(job => job.TrackId).SingleAsync(Cancelled);
        string Key(long fence) => AudioKey.ForRendition(EmptySchema.UserId, track, asked.JobId, RenditionKind.Mp3, fence);

        await db.ClaimRenditionAsync(Lapsed, Cancelled);
        var second = (await db.ClaimRenditionAsync(Lease, Cancelled))!;
        (await LeftAsync(db, Key(1), Key(2))).ShouldBe([Key(1)]);

        await db.RecordMadeAsync(second, "s", Key(2), 1, Cancelled);
        await AskAsync(db, asked.JobId, "renamed");
        (await LeftAsync(db, Key(1), Key(2))).ShouldBe([Key(1)]);

        var third = (await db.ClaimRenditionAsync(Lease, Cancelled))!;
        (await LeftAsync(db, Key(2), Key(third.Fence))).ShouldBeEmpty();
        await db.RecordMadeAsync(third, "renamed", Key(third.Fence), 1, Cancelled);
        (await LeftAsync(db, Key(2), Key(third.Fence))).ShouldBe([Key(2)]);

        await db.Database.ExecuteSqlAsync($"UPDATE tracks SET deleted_at = now() - interval '31 days' WHERE id = {track}", Cancelled);
        (await LeftAsync(db, Key(third.Fence))).ShouldBe([Key(third.Fence)]);
    }

    [Fact]
    public async Task What_nobody_asked_for_in_a_month_is_dropped_and_can_be_had_again()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        var claimed = (await db.ClaimRenditionAsync(Lease, Cancelled))!;
        await db.RecordMadeAsync(claimed, "s", "users/1/x", 1, Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE renditions SET asked_at = now() - interval '31 days' WHERE id = {asked.Id}", Cancelled);

        await db.ForgetAsync(Cancelled);

        (await FindAsync(db, asked.Id)).ShouldSatisfyAllConditions(row => row.State.ShouldBe(RenditionState.Dropped), row => row.Key.ShouldBeNull());
        (await AskAsync(db, asked.JobId)).State.ShouldBe(RenditionState.Pending);
        await db.RecordMadeAsync((await db.ClaimRenditionAsync(Lease, Cancelled))!, "s", "users/1/x", 1, Cancelled);
    }

    private static async Task<Rendition> AskAsync(SoundFoundryDb db, long? jobId = null, string stamp = "s")
    {
        var job = jobId ?? await EmptySchema.QueueJobAsync(db, Cancelled);
        return (await db.AskAsync(EmptySchema.UserId, job, RenditionKind.Mp3, stamp, null, Cancelled)).ShouldNotBeNull();
    }

    private static Task<Rendition> FindAsync(SoundFoundryDb db, long id) =>
        db.Renditions.AsNoTracking().SingleAsync(rendition => rendition.Id == id, Cancelled);

    private static async Task<List<string>> LeftAsync(SoundFoundryDb db, params string[] keys) =>
        [.. (await db.JudgeRenditionsAsync(keys, Month, Cancelled)).Where(judged => judged.IsLeftOver).Select(judged => judged.Key)];
}
