using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(WholeSystem))]
public sealed class LateOfferTests(WholeSystem system)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_finished_late_appears_by_itself_can_be_heard_and_is_kept_for_its_price()
    {
        await using var studio = await system.OpenAsync();
        var sound = await studio.CreateAsync("A sound to lend");
        await sound.ReachesAsync("COMPLETE");
        await system.Stack.StopWorkersAsync();
        var track = await studio.CreateAsync("Given up too soon");
        await track.ReachesAsync("QUEUED");
        await track.ClickAsync("Cancel");
        await track.ReachesAsync("CANCELED");

        await OfferAsync(await track.GetAttributeAsync("data-track"));

        await Expect(track).ToContainTextAsync("fal.ai finished this after all.");
        await track.ClickAsync("Play Given up too soon by fal.ai");
        await studio.PlaysPastAsync(0.2);
        await track.ClickAsync("Keep it (1 credit)");
        await track.ReachesAsync("COMPLETE");
        await Expect(track.Locator(".late")).ToHaveCountAsync(0);
        await Expect(track).ToContainTextAsync("by fal.ai");
        await Expect(track).ToContainTextAsync("1 credit");
        system.Stack.StartWorker();
        studio.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task A_finished_track_keeps_its_audio_when_what_came_late_is_declined()
    {
        await using var studio = await system.OpenAsync();
        var track = await studio.CreateAsync("Good enough");
        await track.ReachesAsync("COMPLETE");
        await OfferAsync(await track.GetAttributeAsync("data-track"));
        await Expect(track).ToContainTextAsync("Use it instead (1 credit)");

        await track.ClickAsync("Decline");

        await Expect(track.Locator(".late")).ToHaveCountAsync(0);
        await track.ReachesAsync("COMPLETE");
        await Expect(track).ToContainTextAsync("by the built-in studio");
        studio.ShouldBeWithoutComplaint();
    }

    /// <summary>As if fal had finished the track's job after its end, with the sound of another track.</summary>
    private Task<bool> OfferAsync(string? trackId) => system.Stack.WithDbAsync(async db =>
    {
        var id = long.Parse(trackId!, CultureInfo.InvariantCulture);
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.TrackId == id, Cancelled);
        var lent = await db.Jobs.AsNoTracking().Where(j => j.Status == JobStatus.Complete).OrderBy(j => j.Id).FirstAsync(Cancelled);
        var attempt = await AbandonedAsync(db, job.Id);
        var key = AudioKey.ForLate(job.UserId, job.TrackId, job.Id, attempt.Id, "wav");
        var file = Path.Combine(system.Stack.AudioFolder, key);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(Path.Combine(system.Stack.AudioFolder, lent.Artifact!.Key), file);
        return await db.OfferAsync(attempt, lent.Artifact with { Key = key }, credits: 1, Cancelled);
    });

    private static async Task<Attempt> AbandonedAsync(SoundFoundryDb db, long jobId)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO attempts (job_id, fence, number, provider, model, outcome, submits, expected_usd_micros, ended_at)
            VALUES ({jobId}, 1, 9, 'fal', 'ace-step', 'ABANDONED', 1, 200000, now())
            """, Cancelled);
        return await db.Attempts.AsNoTracking().SingleAsync(attempt => attempt.JobId == jobId && attempt.Number == 9, Cancelled);
    }
}
