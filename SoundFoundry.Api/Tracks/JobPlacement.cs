using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Limits;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>Gives tracks their next job: row, outbox row and the hold that pays for it, inside the caller's transaction.</summary>
internal sealed class JobPlacement(SoundFoundryDb db, ModelCatalog catalog, Hints hints, RenderMetrics metrics, IOptions<LimitsOptions> limits)
{
    /// <summary>Either all tracks get a job, or the user has not enough credits, or too many jobs, and the caller must roll back.</summary>
    public async Task<Creation> PlaceAsync(
        IReadOnlyList<Track> tracks, ModelRoute.Through route, RoutePin pin, CancellationToken cancellationToken)
    {
        if (await IsFullAsync(tracks[0].UserId, tracks.Count, cancellationToken) is { } full) return full;
        var quote = route.Quote(tracks[0].DurationSeconds);
        var jobs = tracks.Select(track => new Job
        {
            TrackId = track.Id,
            UserId = track.UserId,
            Lane = route.Lane,
            RequestedProvider = pin.Provider,
            RequestedModel = pin.Model,
            RequestedFallback = pin.FallBack,
            ModelsVersion = catalog.Version,
            QuotedCredits = quote,
            FirstProvider = route.First,
            TraceParent = Activity.Current?.Id,
        }).ToList();
        db.Jobs.AddRange(jobs);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var (track, job) in tracks.Zip(jobs)) track.JobId = job.Id;
        db.Outbox.AddRange(jobs.Select(job => new OutboxMessage { JobId = job.Id, UserId = job.UserId, Lane = job.Lane }));
        await db.SaveChangesAsync(cancellationToken);

        foreach (var job in jobs)
        {
            if (await db.HoldAsync(job.UserId, job.Id, quote, cancellationToken)) continue;
            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserId == job.UserId, cancellationToken);
            return new Creation.NotEnoughCredits(quote * jobs.Count, account.AvailableCredits + (quote * jobs.IndexOf(job)));
        }

        return new Creation.Accepted(new TrackCreated(
            jobs[0].TrackId, jobs[0].Id, JobStatus.Queued.Name(), quote * jobs.Count, [.. jobs.Select(job => new TrackAndJob(job.TrackId, job.Id))]));
    }

    /// <remarks>The account's row, which each job's hold needs anyway, is taken before anything is counted: of requests that come at once, each
    /// sees the jobs of the one before.</remarks>
    private async Task<Creation.TooManyWaiting?> IsFullAsync(long userId, int more, CancellationToken cancellationToken)
    {
        if (limits.Value.WaitingJobs is not { } limit || limit == 0) return null;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM accounts WHERE user_id = {userId} FOR NO KEY UPDATE", cancellationToken);
        var waiting = await db.Jobs.Where(job => job.UserId == userId && job.Status == JobStatus.Queued).Take(limit).CountAsync(cancellationToken);
        return waiting + more > limit ? new Creation.TooManyWaiting(limit, waiting) : null;
    }

    /// <summary>Tells the relay and the user's listeners; after the commit.</summary>
    public void Announce(long userId, TrackCreated created)
    {
        metrics.Accepted(created.Tracks.Count);
        hints.WorkWaiting();
        foreach (var placed in created.Tracks) hints.JobChanged(userId, placed.JobId);
    }
}
