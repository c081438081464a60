using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Credits;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Export;

/// <summary>A user's rows, by the page: between two pages no connection is held.</summary>
internal static class ExportQueries
{
    private const int Page = 200;

    /// <summary>Each may have thousands of tracks.</summary>
    private const int PlaylistPage = 10;

    public static async Task<ExportedAccount> ExportedAccountAsync(
        this SoundFoundryDb db, IdentityDb identity, long userId, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancellationToken);
        var balance = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.AvailableCredits)
            .SingleAsync(cancellationToken);
        var email = await identity.Users.Where(member => member.Id == userId).Select(member => member.Email)
            .SingleOrDefaultAsync(cancellationToken);
        var sessions = await identity.Sessions.Where(session => session.UserId == userId).OrderBy(session => session.Id)
            .Select(session => new ExportedSession(session.CreatedAt, session.SeenAt, session.Address, session.UserAgent))
            .ToListAsync(cancellationToken);
        var keys = await identity.ApiKeys.Where(key => key.UserId == userId).OrderBy(key => key.Id)
            .Select(key => new ExportedKey(key.Name, key.Prefix, key.Scopes, key.CreatedAt, key.ExpiresAt, key.UsedAt, key.RevokedAt))
            .ToListAsync(cancellationToken);
        var webhooks = await db.Webhooks.Where(webhook => webhook.UserId == userId).OrderBy(webhook => webhook.Id)
            .Select(webhook => new ExportedWebhook(webhook.Url, webhook.Description, webhook.Events, webhook.CreatedAt))
            .ToListAsync(cancellationToken);
        return new ExportedAccount(userId, user.Name, email, user.CreatedAt, balance, sessions, keys, webhooks);
    }

    /// <summary>Those that were deleted, too, like the tracks.</summary>
    public static async IAsyncEnumerable<ExportedPlaylist> ExportedPlaylistsAsync(
        this SoundFoundryDb db, long userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var playlists = await db.Playlists.Where(playlist => playlist.UserId == userId && playlist.Id > after).OrderBy(playlist => playlist.Id)
                .Take(PlaylistPage)
                .Select(playlist => new ExportedPlaylist(
                    playlist.Id, playlist.Name, playlist.CreatedAt, playlist.UpdatedAt, playlist.DeletedAt,
                    db.PlaylistEntries.Where(entry => entry.PlaylistId == playlist.Id).OrderBy(entry => entry.Position)
                        .Select(entry => entry.TrackId).ToList()))
                .ToListAsync(cancellationToken);
            foreach (var playlist in playlists) yield return playlist;
            if (playlists.Count < PlaylistPage) yield break;
            after = playlists[^1].Id;
        }
    }

    public static async Task<IReadOnlyList<ExportedShare>> ExportedSharesAsync(
        this SoundFoundryDb db, long userId, CancellationToken cancellationToken) =>
        await db.Shares.Where(share => share.UserId == userId).OrderBy(share => share.Id)
            .Select(share => new ExportedShare(share.TrackId, share.Token, share.ShowPrompt, share.Plays, share.CreatedAt))
            .ToListAsync(cancellationToken);

    /// <summary>Newest first.</summary>
    public static async IAsyncEnumerable<LedgerLine> ExportedLedgerAsync(
        this SoundFoundryDb db, long userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var before = long.MaxValue; ;)
        {
            var lines = await db.LedgerOf(userId, before).Take(Page).ToListAsync(cancellationToken);
            foreach (var line in lines) yield return line;
            if (lines.Count < Page) yield break;
            before = lines[^1].Id;
        }
    }

    /// <summary>Those that were deleted, too: they can be restored for a while.</summary>
    public static async IAsyncEnumerable<ExportedTrack> ExportedTracksAsync(
        this SoundFoundryDb db, long userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var tracks = await db.Tracks.AsNoTracking().Where(track => track.UserId == userId && track.Id > after).OrderBy(track => track.Id)
                .Take(Page).ToListAsync(cancellationToken);
            var ids = tracks.Select(track => track.Id).ToList();
            var jobs = (await db.Jobs.AsNoTracking().Where(job => ids.Contains(job.TrackId)).OrderBy(job => job.Id)
                .ToListAsync(cancellationToken)).ToLookup(job => job.TrackId);
            var attempts = (await db.Attempts.AsNoTracking().Where(attempt => db.Jobs.Any(job => job.Id == attempt.JobId && ids.Contains(job.TrackId)))
                .OrderBy(attempt => attempt.Id).ToListAsync(cancellationToken)).ToLookup(attempt => attempt.JobId);
            foreach (var track in tracks) yield return ExportedRows.Of(track, jobs[track.Id], attempts);
            if (tracks.Count < Page) yield break;
            after = tracks[^1].Id;
        }
    }

    /// <summary>The audio of every complete track, with the name it gets in the archive.</summary>
    public static async IAsyncEnumerable<(string Name, string Key)> ExportedAudioAsync(
        this SoundFoundryDb db, long userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var rows = await db.Tracks.AsNoTracking()
                .Where(track => track.UserId == userId && track.DeletedAt == null && track.Id > after)
                .Join(db.Jobs.Where(job => job.Status == JobStatus.Complete), track => track.JobId, job => job.Id, (track, job) => new
                {
                    Track = track,
                    job.Artifact!.Key,
                })
                .OrderBy(row => row.Track.Id).Take(Page).ToListAsync(cancellationToken);
            foreach (var row in rows) yield return (AudioName.Of(row.Track, row.Key), row.Key);
            if (rows.Count < Page) yield break;
            after = rows[^1].Track.Id;
        }
    }
}
