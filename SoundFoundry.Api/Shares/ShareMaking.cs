using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Shares;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

/// <summary>Gives a track its one link, and the picture that goes with it where it is sent.</summary>
internal sealed class ShareMaking(SoundFoundryDb db, AuditLog audit, Hints hints)
{
    public async Task<ShareOutcome> ShareAsync(long userId, long trackId, bool showPrompt, CancellationToken cancellationToken)
    {
        var outcome = await MakeAsync(userId, trackId, showPrompt, cancellationToken);
        if (outcome is ShareOutcome.Made { Track: var made }) await OrderPictureAsync(made, cancellationToken);
        if (outcome is ShareOutcome.Stands { Track: var standing }) await OrderPictureAsync(standing, cancellationToken);
        return outcome;
    }

    private async Task<ShareOutcome> MakeAsync(long userId, long trackId, bool showPrompt, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockUserAsync(userId, cancellationToken);
        var track = await db.Tracks.AsNoTracking()
            .SingleOrDefaultAsync(track => track.Id == trackId && track.UserId == userId && track.DeletedAt == null, cancellationToken);
        if (track is null) return new ShareOutcome.NotFound();
        if (!await db.Jobs.AnyAsync(job => job.Id == track.JobId && job.Status == JobStatus.Complete, cancellationToken)) return new ShareOutcome.NotReady();

        var standing = await db.Shares.SingleOrDefaultAsync(share => share.TrackId == trackId, cancellationToken);
        if (standing?.ShowPrompt == showPrompt) return new ShareOutcome.Stands(standing, track);
        if (standing is null && await db.SharesOf(userId).CountAsync(cancellationToken) >= ShareLimits.PerUser) return new ShareOutcome.TooMany();
        var share = standing ?? new Share { UserId = userId, TrackId = trackId, Token = SecretToken.New(), ShowPrompt = showPrompt };
        share.ShowPrompt = showPrompt;
        if (standing is null) db.Shares.Add(share);
        await audit.WriteAsync(Acts.ShareMade, $"track {trackId}", cancellationToken, showPrompt ? "with its prompt" : "without its prompt");
        await transaction.CommitAsync(cancellationToken);
        return standing is null ? new ShareOutcome.Made(share, track) : new ShareOutcome.Stands(share, track);
    }

    // Now, because those who follow the link wait for nothing and order nothing at the owner's expense.
    private async Task OrderPictureAsync(Track track, CancellationToken cancellationToken)
    {
        var picture = await db.AskAsync(track.JobId!.Value, RenditionKind.Cover, Activity.Current?.Id, cancellationToken);
        if (picture is { IsPending: true }) hints.RenditionWaiting();
    }
}
