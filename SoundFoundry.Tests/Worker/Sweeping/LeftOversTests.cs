using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Worker.Sweeping;

/// <summary>Which objects may be deleted, whatever happened to their writers.</summary>
public sealed class LeftOversTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lapsed = TimeSpan.FromMinutes(-1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_completed_job_names_stays_and_what_its_losers_wrote_goes()
    {
        await using var db = schema.Open();
        var (job, track) = await QueueAsync(db);
        await db.ClaimAsync(job, "loser", Lapsed, Lease, Cancelled);
        var winner = (await db.ClaimAsync(job, "winner", Lease, Lease, Cancelled))!;
        (await db.CompleteAsync(winner, 0, Audio(Key(job, track, 2)), 1, Cancelled)).ShouldBeTrue();

        await ShouldLeaveAsync(db, Key(job, track, 2), Key(job, track, 1), Key(job, track, 3), Key(job, track, 2, "mp3"));
    }

    [Fact]
    public async Task What_a_living_claim_may_be_writing_stays_and_what_older_claims_wrote_goes()
    {
        await using var db = schema.Open();
        var (job, track) = await QueueAsync(db);
        await db.ClaimAsync(job, "frozen", Lapsed, Lease, Cancelled);
        await db.ClaimAsync(job, "late for its lease", Lapsed, Lease, Cancelled);

        await ShouldLeaveAsync(db, Key(job, track, 2), Key(job, track, 1));
    }

    [Fact]
    public async Task What_was_written_before_the_job_went_back_to_the_queue_goes()
    {
        await using var db = schema.Open();
        var (job, track) = await QueueAsync(db);
        await db.HandBackAsync((await db.ClaimAsync(job, "stopped", Lease, Lease, Cancelled))!, Cancelled);

        (await LeftOverAsync(db, Key(job, track, 1), Key(job, track, 2))).ShouldBe([Key(job, track, 1)]);
    }

    [Fact]
    public async Task Nothing_stays_of_a_failed_or_canceled_job()
    {
        await using var db = schema.Open();
        var (failed, failedTrack) = await QueueAsync(db);
        await db.FailAsync(
            (await db.ClaimAsync(failed, "w", Lease, Lease, Cancelled))!, new Failure(FailureClass.Local, "x", "x"), Cancelled);
        var (canceled, canceledTrack) = await QueueAsync(db);
        await db.RequestCancelAsync(canceled, Cancelled);

        (await LeftOverAsync(db, Key(failed, failedTrack, 1), Key(canceled, canceledTrack, 1))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_no_job_of_this_database_wrote_is_not_ours_to_judge()
    {
        await using var db = schema.Open();
        var (job, track) = await QueueAsync(db);
        await db.RequestCancelAsync(job, Cancelled);
        string[] strange = [Key(987_654, track, 1), Key(job, track + 1, 1), $"users/8/tracks/{track}/{job}-1.wav"];

        var judged = await db.JudgeAsync([.. strange, "users/7/cover.png"], Month, Cancelled);

        judged.Select(one => (one.Key, one.IsOurs, one.IsLeftOver)).ShouldBe(strange.Select(key => (key, false, false)), ignoreOrder: true);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task A_deleted_track_keeps_its_audio_as_long_as_it_can_be_restored(int daysAgo, bool goes)
    {
        await using var db = schema.Open();
        var (job, track) = await QueueAsync(db);
        var claim = (await db.ClaimAsync(job, "w", Lease, Lease, Cancelled))!;
        await db.CompleteAsync(claim, 0, Audio(Key(job, track, 1)), 1, Cancelled);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE tracks SET deleted_at = now() - {TimeSpan.FromDays(daysAgo)} WHERE id = {track}", Cancelled);

        (await LeftOverAsync(db, Key(job, track, 1))).Count.ShouldBe(goes ? 1 : 0);
    }

    private static Artifact Audio(string key) => new(key, "audio/wav", 4, new string('a', 64), 30, [1]);

    private static string Key(long job, long track, long fence, string extension = "wav") =>
        AudioKey.For(EmptySchema.UserId, track, job, fence, extension);

    private static async Task<(long Job, long Track)> QueueAsync(SoundFoundryDb db)
    {
        var job = await EmptySchema.QueueJobAsync(db, Cancelled);
        return (job, await db.Jobs.Where(j => j.Id == job).Select(j => j.TrackId).SingleAsync(Cancelled));
    }

    private static async Task<List<string>> LeftOverAsync(SoundFoundryDb db, params string[] keys) =>
        [.. (await db.JudgeAsync(keys, Month, Cancelled)).Where(judged => judged.IsLeftOver).Select(judged => judged.Key)];

    private static async Task ShouldLeaveAsync(SoundFoundryDb db, string kept, params string[] gone) =>
        (await LeftOverAsync(db, [kept, .. gone])).ShouldBe(gone, ignoreOrder: true);
}
