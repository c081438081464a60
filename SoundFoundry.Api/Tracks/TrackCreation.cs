using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>Accepts a request: key, tracks, jobs, outbox and the hold on credits are one transaction, or nothing is.</summary>
internal sealed class TrackCreation(
    SoundFoundryDb db, JobPlacement placement, ModelCatalog catalog, IOptions<ProviderOptions> providers)
{
    public async Task<Creation> CreateAsync(long userId, CreateTrack request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claimed = idempotencyKey is null ? null : await KeyClaim.TakeAsync(db, userId, idempotencyKey, request, cancellationToken);
        if (claimed is { Earlier: { } earlier }) return earlier;
        if (await db.IsDrainingAsync(cancellationToken)) return new Creation.Draining();

        var seed = request.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var route = RoutePlanner.Plan(request.ToRenderRequest(seed), request.Pin, catalog, providers.Value);
        if (route is not ModelRoute.Through through)
        {
            var refused = (ModelRoute.Refused)route;
            return new Creation.Refused(refused.Field, refused.Reason);
        }

        var tracks = Enumerable.Range(0, request.Variations).Select(i => ToTrack(userId, request, seed + i)).ToList();
        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync(cancellationToken);
        var creation = await placement.PlaceAsync(tracks, through, request.Pin, cancellationToken);
        if (creation is not Creation.Accepted { Tracks: var created }) return creation;

        if (claimed is not null) await claimed.AnswerAsync(created, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        placement.Announce(userId, created);
        return creation;
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
}
