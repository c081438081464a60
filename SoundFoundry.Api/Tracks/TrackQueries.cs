using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.LateResults;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

internal static class TrackQueries
{
    /// <summary>A user's tracks with their current jobs; not the deleted ones.</summary>
    public static IQueryable<TrackRow> TracksOf(this SoundFoundryDb db, long userId)
    {
        var offers = db.LateRows();
        return from track in db.Tracks.AsNoTracking()
            join job in db.Jobs on track.JobId equals job.Id
            where track.UserId == userId && track.DeletedAt == null
            select new TrackRow
            {
                Track = track,
                Job = job,
                Shared = db.Shares.Any(share => share.TrackId == track.Id),
                Late = offers.Where(late => late.TrackId == track.Id).OrderBy(late => late.Id).Select(late => late.Offer).ToList(),
            };
    }

    internal sealed class TrackRow
    {
        public required Track Track { get; init; }

        public required Job Job { get; init; }

        public required bool Shared { get; init; }

        public required IReadOnlyList<LateOffer> Late { get; init; }
    }
}
