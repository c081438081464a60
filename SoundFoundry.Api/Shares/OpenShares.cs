using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Shares;

namespace SoundFoundry.Api.Shares;

/// <summary>Finds what a link leads to: nothing once it is revoked, its track deleted, or its owner gone or kept out.</summary>
internal sealed class OpenShares(SoundFoundryDb db, IdentityDb identity)
{
    public async Task<OpenShare?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > ShareLimits.Token || !Base64Url.IsValid(token)) return null;
        var open = await (
            from share in db.Shares.AsNoTracking()
            join track in db.Tracks on share.TrackId equals track.Id
            join job in db.Jobs on track.JobId equals job.Id
            join user in db.Users on share.UserId equals user.Id
            where share.Token == token && track.DeletedAt == null && job.Status == JobStatus.Complete && user.DeletedAt == null
            select new OpenShare { Share = share, Track = track, Job = job }).SingleOrDefaultAsync(cancellationToken);
        if (open is null) return null;
        var suspended = await identity.Users.AnyAsync(member => member.Id == open.Share.UserId && member.SuspendedAt != null, cancellationToken);
        return suspended ? null : open;
    }

    public Task CountPlayAsync(Share share, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"UPDATE shares SET plays = plays + 1 WHERE id = {share.Id}", cancellationToken);
}
