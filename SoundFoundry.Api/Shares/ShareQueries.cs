using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Shares;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

internal static class ShareQueries
{
    /// <summary>A user's links that lead somewhere: not those of deleted tracks.</summary>
    public static IQueryable<ShareRow> SharesOf(this SoundFoundryDb db, long userId) =>
        from share in db.Shares.AsNoTracking()
        join track in db.Tracks on share.TrackId equals track.Id
        where share.UserId == userId && track.DeletedAt == null
        select new ShareRow { Share = share, Track = track };

    internal sealed class ShareRow
    {
        public required Share Share { get; init; }

        public required Track Track { get; init; }
    }
}
