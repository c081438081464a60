using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Workers;
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
        var died = (await ClaimAsync(db, Lapsed))!;
        var living = (await ClaimAsync(db, Lease))!;

        (died.Id, living.Id).ShouldBe((asked.Id, asked.Id));
        (await ClaimAsync(db, Lease)).ShouldBeNull();
        (await db.RecordMadeAsync(died, "s", "users/1/late", 1, Cancelled)).ShouldBeFalse();
        (await db.RecordMadeAsync(living, "s", "users/1/good", 1, Cancelled)).ShouldBeTrue();
        (await FindAsync(db, asked.Id)).Key.ShouldBe("users/1/good");
    }

    [Fact]
    public async Task What_ends_its_workers_is_given_up_after_three_tries_and_says_so()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        for (var i = 0; i < RenditionClaims.Tries; i++) (await ClaimAsync(db, Lapsed)).ShouldNotBeNull();

        (await ClaimAsync(db, Lease)).ShouldBeNull();
        var given = await FindAsync(db, asked.Id);
        (given.State, given.ErrorCode).ShouldBe((RenditionState.Failed, RenditionErrors.Failed));
        given.Error.ShouldBe(RenditionReasons.CutShort);
    }

    [Fact]
    public async Task A_stop_of_the_worker_is_no_try()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        await db.HandBackAsync((await ClaimAsync(db, Lease))!, Cancelled);

        var again = (await ClaimAsync(db, Lease))!;
        (again.Id, again.Attempts).ShouldBe((asked.Id, 1));
        await db.RecordMadeAsync(again, "s", "users/1/x", 1, Cancelled);
    }

    [Fact]
    public async Task Only_what_no_row_names_nor_can_name_again_is_swept_away()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        var track = await db.Jobs.Where(job => job.Id == asked.JobId).Select(job => job.TrackId).SingleAsync(Cancelled);
        string Key(long fence) => AudioKey.ForRendition(EmptySchema.UserId, track, asked.JobId, RenditionKind.Mp3, fence);

        await ClaimAsync(db, Lapsed);
        var second = (await ClaimAsync(db, Lease))!;
        (await LeftAsync(db, Key(1), Key(2))).ShouldBe([Key(1)]);

        await db.RecordMadeAsync(second, "s", Key(2), 1, Cancelled);
        await AskAsync(db, asked.JobId);
        (await LeftAsync(db, Key(1), Key(2))).ShouldBe([Key(1)]);

        var third = (await ClaimAsync(db, Lease))!;
        (await LeftAsync(db, Key(2), Key(third.Fence))).ShouldBeEmpty();
        await db.RecordMadeAsync(third, "renamed", Key(third.Fence), 1, Cancelled);
        (await LeftAsync(db, Key(2), Key(third.Fence))).ShouldBe([Key(2)]);

        await db.Database.ExecuteSqlAsync($"UPDATE tracks SET deleted_at = now() - interval '31 days' WHERE id = {track}", Cancelled);
        (await LeftAsync(db, Key(third.Fence))).ShouldBe([Key(third.Fence)]);
    }

    [Fact]
    public async Task A_worker_that_lives_keeps_it_however_long_it_takes()
    {
        await using var db = schema.Open();
        await AskAsync(db);
        var slow = (await ClaimAsync(db, Lapsed))!;

        (await db.RenewRenditionAsync(slow, Lease, Cancelled)).ShouldBeTrue();
        (await ClaimAsync(db, Lease)).ShouldBeNull();

        await db.RenewRenditionAsync(slow, Lapsed, Cancelled);
        var heir = (await ClaimAsync(db, Lease))!;
        (heir.Id, await db.RenewRenditionAsync(slow, Lease, Cancelled)).ShouldBe((slow.Id, false));
        await db.RecordMadeAsync(heir, "s", "users/1/x", 1, Cancelled);
    }

    [Fact]
    public async Task What_another_living_worker_can_make_is_left_to_it()
    {
        await using var db = schema.Open();
        var asked = await AskAsync(db);
        await db.SayAliveAsync("able", 1, 1, [RenditionKind.Mp3], Cancelled);

        (await db.ClaimRenditionAsync(Lease, [], Cancelled)).ShouldBeNull();

        await db.SignOffAsync("able", Cancelled);
        var refused = (await db.ClaimRenditionAsync(Lease, [], Cancelled))!;
        refused.Id.ShouldBe(asked.Id);
        await db.RecordFailedAsync(refused, RenditionErrors.NoEncoder, "none", Cancelled);
    }

    private static Task<ClaimedRendition?> ClaimAsync(SoundFoundryDb db, TimeSpan lease) =>
        db.ClaimRenditionAsync(lease, [RenditionKind.Mp3], Cancelled);

    private static async Task<Rendition> AskAsync(SoundFoundryDb db, long? jobId = null)
    {
        var job = jobId ?? await EmptySchema.QueueJobAsync(db, Cancelled);
        return (await db.AskAsync(job, RenditionKind.Mp3, null, Cancelled)).ShouldNotBeNull().Standing;
    }

    private static Task<Rendition> FindAsync(SoundFoundryDb db, long id) =>
        db.Renditions.AsNoTracking().SingleAsync(rendition => rendition.Id == id, Cancelled);

    private static async Task<List<string>> LeftAsync(SoundFoundryDb db, params string[] keys) =>
        [.. (await db.JudgeRenditionsAsync(keys, Month, Cancelled)).Where(judged => judged.IsLeftOver).Select(judged => judged.Key)];
}
