using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Credits;

public sealed class LedgerTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Artifact SomeAudio = new("k", "audio/wav", 4, new string('a', 64), 30, [1]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_at_once_cannot_hold_the_same_credit()
    {
        await using var db = schema.Open();
        var job = await EmptySchema.QueueJobAsync(db, Cancelled);
        var jobs = new List<long>();
        for (var i = 0; i < 10; i++) jobs.Add(await NewJobAsync(db, job));
        await DrainAsync(db);
        await db.GrantAsync(EmptySchema.UserId, 3, Cancelled);

        var holds = await Task.WhenAll(jobs.Select(async id =>
        {
            await using var own = schema.Open();
            return await own.HoldAsync(EmptySchema.UserId, id, 3, Cancelled);
        }));

        holds.Count(held => held).ShouldBe(1);
        await ShouldBalanceAsync(db, 0);
    }

    [Fact]
    public async Task A_completed_job_costs_its_charge_and_the_rest_of_the_hold_comes_back()
    {
        await using var db = schema.Open();
        await DrainAsync(db);
        var id = await EmptySchema.QueueJobAsync(db, Cancelled, quote: 5);
        var claim = await db.ClaimAsync(id, "w", Minute, Minute, Cancelled);

        await db.CompleteAsync(claim!, 0, SomeAudio, 2, Cancelled);

        await ShouldBalanceAsync(db, 3);
    }

    [Fact]
    public async Task Nobody_is_charged_more_than_the_quote()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled, quote: 2);
        var claim = await db.ClaimAsync(id, "w", Minute, Minute, Cancelled);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => db.CompleteAsync(claim!, 0, SomeAudio, 3, Cancelled));

        (await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Cancelled)).Status.ShouldBe(JobStatus.Rendering);
    }

    [Theory]
    [InlineData(JobStatus.Failed)]
    [InlineData(JobStatus.Canceled)]
    public async Task A_job_without_audio_costs_nothing_however_often_its_end_is_told(JobStatus ending)
    {
        await using var db = schema.Open();
        await DrainAsync(db);
        var id = await EmptySchema.QueueJobAsync(db, Cancelled, quote: 4);

        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var own = schema.Open();
            return await own.EndUnownedAsync(id, ending, null, null, Cancelled);
        }));

        ends.Count(ended => ended).ShouldBe(1);
        (await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Cancelled)).ChargedCredits.ShouldBe(0);
        await ShouldBalanceAsync(db, 4);
    }

    private static async Task<long> NewJobAsync(SoundFoundryDb db, long like)
    {
        var track = (await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == like, Cancelled)).TrackId;
        var job = new Job { TrackId = track, UserId = EmptySchema.UserId, Lane = Lane.Studio, ModelsVersion = "test", QuotedCredits = 3 };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(Cancelled);
        return job.Id;
    }

    private static async Task DrainAsync(SoundFoundryDb db)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(Cancelled);
        await db.GrantAsync(EmptySchema.UserId, -account.AvailableCredits, Cancelled);
    }

    private static async Task ShouldBalanceAsync(SoundFoundryDb db, long expected)
    {
        (await db.Accounts.AsNoTracking().SingleAsync(Cancelled)).AvailableCredits.ShouldBe(expected);
        (await db.Ledger.SumAsync(entry => entry.Credits, Cancelled)).ShouldBe(expected);
    }
}
