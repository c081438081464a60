using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Tracks;

/// <summary>A user's library in one of its orders. What is not asked about the current jobs is not read of them.</summary>
internal static class TrackListing
{
    public static IQueryable<ListedTrack> Listed(this SoundFoundryDb db, long userId, TrackFilter filter) =>
        db.AllOf(userId).Where(row => row.Track.DeletedAt == null).Matching(db, filter);

    public static IQueryable<ListedTrack> InOrder(this IQueryable<ListedTrack> listed, TrackSort sort) => sort switch
    {
        TrackSort.Newest => listed.OrderByDescending(row => row.Track.Id),
        TrackSort.Oldest => listed.OrderBy(row => row.Track.Id),
        TrackSort.Title => listed.OrderBy(row => row.Name).ThenByDescending(row => row.Track.Id),
        TrackSort.Longest => listed.OrderByDescending(row => row.Seconds).ThenByDescending(row => row.Track.Id),
        TrackSort.Shortest => listed.OrderBy(row => row.Seconds).ThenByDescending(row => row.Track.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "No such order."),
    };

    /// <summary>What comes after a track in that order, wherever that track stands by now.</summary>
    public static async Task<IQueryable<ListedTrack>> AfterAsync(
        this SoundFoundryDb db, long userId, TrackFilter filter, long last, CancellationToken cancellationToken)
    {
        var listed = db.Listed(userId, filter);
        if (filter.ParsedSort == TrackSort.Newest) return listed.Where(row => row.Track.Id < last);
        if (filter.ParsedSort == TrackSort.Oldest) return listed.Where(row => row.Track.Id > last);

        // Also of one that was deleted since: the page before ended with it.
        var place = await db.AllOf(userId).Where(row => row.Track.Id == last).Select(row => new { row.Name, row.Seconds })
            .SingleOrDefaultAsync(cancellationToken);
        if (place is null) return listed.Where(_ => false);
        return filter.ParsedSort switch
        {
            TrackSort.Title => listed.Where(row =>
                string.Compare(row.Name, place.Name) > 0 || (row.Name == place.Name && row.Track.Id < last)),
            TrackSort.Longest => listed.Where(row => row.Seconds < place.Seconds || (row.Seconds == place.Seconds && row.Track.Id < last)),
            _ => listed.Where(row => row.Seconds > place.Seconds || (row.Seconds == place.Seconds && row.Track.Id < last)),
        };
    }

    private static IQueryable<ListedTrack> AllOf(this SoundFoundryDb db, long userId) =>
        from track in db.Tracks.AsNoTracking()
        join job in db.Jobs on track.JobId equals job.Id into jobs
        from job in jobs.DefaultIfEmpty()
        where track.UserId == userId
        select new ListedTrack
        {
            Track = track,
            Job = job,
            Name = (track.Title ?? track.Prompt).ToLower(),
            Seconds = (double?)job.Artifact!.DurationSeconds ?? track.DurationSeconds,
        };

    private static IQueryable<ListedTrack> Matching(this IQueryable<ListedTrack> listed, SoundFoundryDb db, TrackFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var pattern = $"%{filter.Q.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            listed = listed.Where(row => EF.Functions.ILike(row.Track.Prompt, pattern, "\\") || EF.Functions.ILike(row.Track.Title!, pattern, "\\"));
        }

        if (filter.ParsedStatus is { } status) listed = listed.Where(row => row.Job.Status == status);
        if (filter.Favorite is { } favorite) listed = listed.Where(row => row.Track.Favorite == favorite);
        if (filter.Vocals is { } vocals) listed = listed.Where(row => row.Track.HasVocals == vocals);
        if (filter.Provider is { Length: > 0 } provider) listed = listed.Where(row => row.Job.Provider == provider);
        if (filter.Tag is { Length: > 0 } tag) listed = listed.Where(row => row.Track.Tags.Contains(tag));
        if (filter.Playlist is not { } playlist) return listed;
        return listed.Where(row => db.PlaylistEntries.Any(entry => entry.TrackId == row.Track.Id && entry.PlaylistId == playlist)
            && db.Playlists.Any(own => own.Id == playlist && own.UserId == row.Track.UserId && own.DeletedAt == null));
    }
}
