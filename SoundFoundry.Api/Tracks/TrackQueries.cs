using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.LateResults;
using SoundFoundry.Api.Paging;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

internal static class TrackQueries
{
    private const char List = 't';

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
                Late = offers.Where(late => late.TrackId == track.Id).OrderBy(late => late.Id).Select(late => late.Offer).ToList(),
            };
    }

    public static IQueryable<TrackRow> Matching(this IQueryable<TrackRow> rows, TrackFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var pattern = $"%{filter.Q.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            rows = rows.Where(row => EF.Functions.ILike(row.Track.Prompt, pattern, "\\") || EF.Functions.ILike(row.Track.Title!, pattern, "\\"));
        }

        if (filter.ParsedStatus is { } status) rows = rows.Where(row => row.Job.Status == status);
        if (filter.Favorite is { } favorite) rows = rows.Where(row => row.Track.Favorite == favorite);
        return rows;
    }

    public static string ToCursor(long id) => PageCursor.To(List, id);

    public static long? FromCursor(string cursor) => PageCursor.From(List, cursor);

    internal sealed class TrackRow
    {
        public required Track Track { get; init; }

        public required Job Job { get; init; }

        public required IReadOnlyList<LateOffer> Late { get; init; }
    }
}
