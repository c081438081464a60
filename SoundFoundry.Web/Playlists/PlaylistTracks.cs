using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Playlists;

/// <summary>One playlist as its page shows and orders it.</summary>
public sealed class PlaylistTracks : TrackList
{
    private readonly long _id;

    internal PlaylistTracks(ApiClient api, long id, Announcements say)
        : base(api, say) => _id = id;

    public Playlist? Playlist { get; private set; }

    /// <summary>What was taken out last, as long as it can be put back at once.</summary>
    public TakenOut? Removed { get; private set; }

    public PlaylistState? Save() => Playlist is null || Notice is not null
        ? null
        : new(Playlist, [.. FirstRows.Select(row => row.Track.Brief())]);

    public void Restore(PlaylistState state)
    {
        Playlist = state.Playlist;
        foreach (var track in state.Tracks) Rows.Learn(track);
        Window.Take(state.Playlist.TrackIds);
    }

    public async Task ReadAsync(CancellationToken cancellationToken) => await TakeAsync(await Api.PlaylistAsync(_id, cancellationToken), cancellationToken);

    public Task ApplyAsync(Job job, CancellationToken cancellationToken) => News.ApplyAsync(job, cancellationToken);

    /// <returns>What is wrong with the name, to be told beside it; null if it is the playlist's now.</returns>
    public async Task<string?> RenameAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await Api.RenamePlaylistAsync(_id, name, cancellationToken);
        if (answer is Answer<Playlist>.Refused { Problem: var problem }) return problem.InWords;
        await TakeAsync(answer, cancellationToken);
        return null;
    }

    /// <summary>Makes the order that is shown the one that is kept.</summary>
    public async Task KeepOrderAsync(long trackId, CancellationToken cancellationToken)
    {
        var answer = await Api.MoveInPlaylistAsync(_id, trackId, Before(trackId), cancellationToken);
        if (answer is Answer<Playlist>.Refused refused)
        {
            await ReadAsync(cancellationToken);
            Notice = refused.Problem.InWords;
        }
        else await TakeAsync(answer, cancellationToken);
    }

    public async Task RemoveAsync(TrackRow row, CancellationToken cancellationToken)
    {
        var removed = new TakenOut(row.Track.Id, row.Name, Before(row.Track.Id));
        Notice = (await Api.RemoveFromPlaylistAsync(_id, row.Track.Id, cancellationToken) as Answer<Nothing>.Refused)?.Problem.InWords;
        if (Notice is not null) return;
        Removed = removed;
        await ReadAsync(cancellationToken);
    }

    /// <summary>Puts back where it was what was taken out last.</summary>
    public async Task PutBackAsync(CancellationToken cancellationToken)
    {
        if (Removed is not var (trackId, _, after)) return;
        Removed = null;
        var answer = await Api.AddToPlaylistAsync(_id, [trackId], cancellationToken);
        if (answer is Answer<Playlist>.Ok) answer = await Api.MoveInPlaylistAsync(_id, trackId, after, cancellationToken);
        await TakeAsync(answer, cancellationToken);
    }

    /// <summary>What was taken out is to stay out.</summary>
    public void Forget() => Removed = null;

    /// <returns>Whether it is deleted.</returns>
    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        Notice = (await Api.DeletePlaylistAsync(_id, cancellationToken) as Answer<Nothing>.Refused)?.Problem.InWords;
        return Notice is null;
    }

    public async Task RestoreAsync(CancellationToken cancellationToken) =>
        await TakeAsync(await Api.RestorePlaylistAsync(_id, cancellationToken), cancellationToken);

    private async Task TakeAsync(Answer<Playlist> answer, CancellationToken cancellationToken)
    {
        Notice = (answer as Answer<Playlist>.Refused)?.Problem.InWords;
        if (answer is not Answer<Playlist>.Ok { Value: var playlist }) return;
        Playlist = playlist;
        await TakeAsync(playlist.TrackIds, cancellationToken);
    }

    private long? Before(long trackId) => Window.PlaceOf(trackId) is > 0 and var place ? Window.Ids[place - 1] : null;
}
