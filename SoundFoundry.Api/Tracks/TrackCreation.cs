using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
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

/// <summary>Accepts a request: key, tracks, jobs, outbox and the hold on credits are one transaction, or nothing is.</summary>
internal sealed class TrackCreation(
    SoundFoundryDb db, ModelCatalog catalog, IOptions<ProviderOptions> providers, Hints hints, RenderMetrics metrics)
{
    public async Task<Creation> CreateAsync(long userId, CreateTrack request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var seed = request.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var planned = RoutePlanner.Plan(request.ToRenderRequest(seed), request.Provider, request.Model, catalog, providers.Value);
        if (planned is ModelRoute.Refused refused) return new Creation.Refused(refused.Field, refused.Reason);
        var route = (ModelRoute.Through)planned;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claimed = idempotencyKey is null ? null : await KeyClaim.TakeAsync(db, userId, idempotencyKey, request, cancellationToken);
        if (claimed is { Earlier: { } earlier }) return earlier;

        var quote = route.Quote(request.DurationS);
        var jobs = await WriteAsync(userId, request, route, seed, quote, cancellationToken);
        foreach (var job in jobs)
        {
            if (!await db.HoldAsync(userId, job.Id, quote, cancellationToken)) return await PoorAsync(userId, quote * jobs.Count, cancellationToken);
        }

        var created = new TrackCreated(
            jobs[0].TrackId, jobs[0].Id, JobStatus.Queued.Name(), quote * jobs.Count, [.. jobs.Select(job => new TrackAndJob(job.TrackId, job.Id))]);
        if (claimed is not null) await claimed.AnswerAsync(created, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        Announce(userId, jobs);
        return new Creation.Accepted(created);
    }

    private async Task<List<Job>> WriteAsync(
        long userId, CreateTrack request, ModelRoute.Through route, long seed, int quote, CancellationToken cancellationToken)
    {
        var tracks = Enumerable.Range(0, request.Variations).Select(i => ToTrack(userId, request, seed + i)).ToList();
        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync(cancellationToken);

        var jobs = tracks.Select(track => new Job
        {
            TrackId = track.Id,
            UserId = userId,
            Lane = route.Lane,
            RequestedProvider = request.Provider,
            RequestedModel = request.Model,
            ModelsVersion = catalog.Version,
            QuotedCredits = quote,
            TraceParent = Activity.Current?.Id,
        }).ToList();
        db.Jobs.AddRange(jobs);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var (track, job) in tracks.Zip(jobs)) track.JobId = job.Id;
        db.Outbox.AddRange(jobs.Select(job => new OutboxMessage { JobId = job.Id, UserId = userId, Lane = job.Lane }));
        await db.SaveChangesAsync(cancellationToken);
        return jobs;
    }

    private static Track ToTrack(long userId, CreateTrack request, long seed) => new()
    {
        UserId = userId,
        Title = string.IsNullOrWhiteSpace(request.Title) ? null : request.Title.Trim(),
        Prompt = request.Prompt!.Trim(),
        Lyrics = request.Lyrics,
        Tags = request.Tags ?? [],
        NegativePrompt = request.NegativePrompt,
        DurationSeconds = request.DurationS,
        HasVocals = request.HasVocals,
        StyleStrength = request.StyleStrength,
        Seed = seed,
    };

    private async Task<Creation> PoorAsync(long userId, int needed, CancellationToken cancellationToken)
    {
        await db.Database.RollbackTransactionAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserId == userId, cancellationToken);
        return new Creation.NotEnoughCredits(needed, account.AvailableCredits);
    }

    private void Announce(long userId, List<Job> jobs)
    {
        metrics.Accepted(jobs.Count);
        hints.WorkWaiting();
        foreach (var job in jobs) hints.JobChanged(userId, job.Id);
    }
}
