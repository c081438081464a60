using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Playlists;

namespace SoundFoundry.Api.Playlists;

internal static class PlaylistQueries
{
    private const int Covers = 4;

    public static IQueryable<Playlist> PlaylistsOf(this SoundFoundryDb db, long userId) =>
        db.Playlists.AsNoTracking().Where(playlist => playlist.UserId == userId && playlist.DeletedAt == null);

    /// <summary>Entries whose tracks are not deleted.</summary>
    public static IQueryable<PlaylistEntry> LivingEntries(this SoundFoundryDb db) =>
        db.PlaylistEntries.AsNoTracking().Where(entry => db.Tracks.Any(track => track.Id == entry.TrackId && track.DeletedAt == null));

    public static async Task<IReadOnlyList<PlaylistResponse>> PlaylistsAsync(
        this SoundFoundryDb db, long userId, CancellationToken cancellationToken) =>
        await db.Described(db.PlaylistsOf(userId).OrderByDescending(playlist => playlist.Id)).ToListAsync(cancellationToken);

    public static async Task<PlaylistWithTracks?> PlaylistAsync(
        this SoundFoundryDb db, long userId, long id, CancellationToken cancellationToken)
    {
        var playlist = await db.Described(db.PlaylistsOf(userId).Where(playlist => playlist.Id == id)).SingleOrDefaultAsync(cancellationToken);
        if (playlist is null) return null;
        var tracks = await db.LivingEntries().Where(entry => entry.PlaylistId == id).OrderBy(entry => entry.Position).ThenBy(entry => entry.TrackId)
            .Select(entry => entry.TrackId).ToListAsync(cancellationToken);
        return new PlaylistWithTracks(
            playlist.Id, playlist.Name, playlist.TrackCount, playlist.DurationS, playlist.CoverTracks, playlist.CreatedAt, playlist.UpdatedAt, tracks);
    }

    private static IQueryable<PlaylistResponse> Described(this SoundFoundryDb db, IQueryable<Playlist> playlists)
    {
        var living =
            from entry in db.PlaylistEntries
            join track in db.Tracks on entry.TrackId equals track.Id
            join job in db.Jobs on track.JobId equals job.Id
            where track.DeletedAt == null
            select new
            {
                entry.PlaylistId,
                entry.Position,
                entry.TrackId,
                HasAudio = job.Status == JobStatus.Complete,
                Seconds = (double?)job.Artifact!.DurationSeconds ?? track.DurationSeconds,
            };
        return playlists.Select(playlist => new PlaylistResponse(
            playlist.Id,
            playlist.Name,
            living.Count(entry => entry.PlaylistId == playlist.Id),
            living.Where(entry => entry.PlaylistId == playlist.Id).Sum(entry => entry.Seconds),
            living.Where(entry => entry.PlaylistId == playlist.Id && entry.HasAudio).OrderBy(entry => entry.Position).Take(Covers)
                .Select(entry => entry.TrackId).ToList(),
            playlist.CreatedAt,
            playlist.UpdatedAt));
    }
}
