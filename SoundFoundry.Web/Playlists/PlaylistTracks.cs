using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Playlists;

/// <summary>One playlist as its page shows and orders it. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class PlaylistTracks
{
    private readonly ApiClient _api;
    private readonly long _id;
    private readonly TrackNews _news;

    internal PlaylistTracks(ApiClient api, long id, Announcements say)
    {
        (_api, _id) = (api, id);
        _news = new TrackNews(api, Rows, say);
        Window = new TrackWindow(api, Rows, _news);
    }

    public TrackRows Rows { get; } = new();

    public TrackWindow Window { get; }

    public Playlist? Playlist { get; private set; }

    /// <summary>Why something could not be read or done.</summary>
    public string? Notice { get; private set; }

    public PlaylistState? Save() => Playlist is null || Notice is not null
        ? null
        : new(Playlist, [.. Playlist.TrackIds.Take(TrackWindow.First).Select(Rows.Find).OfType<TrackRow>().Select(row => row.Track.Brief())]);

    public void Restore(PlaylistState state)
    {
        Playlist = state.Playlist;
        foreach (var track in state.Tracks) Rows.Learn(track);
        Window.Take(state.Playlist.TrackIds);
    }

    public async Task ReadAsync(CancellationToken cancellationToken) => await TakeAsync(await _api.PlaylistAsync(_id, cancellationToken), cancellationToken);

    public async Task LookAsync(int start, int count, CancellationToken cancellationToken) =>
        Notice = (await Window.LookAsync(start, count, cancellationToken))?.InWords;

    public Task ApplyAsync(Job job, CancellationToken cancellationToken) => _news.ApplyAsync(job, cancellationToken);

    /// <returns>What is wrong with the name, to be told beside it; null if it is the playlist's now.</returns>
    public async Task<string?> RenameAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await _api.RenamePlaylistAsync(_id, name, cancellationToken);
        if (answer is Answer<Playlist>.Refused { Problem: var problem }) return problem.InWords;
        await TakeAsync(answer, cancellationToken);
        return null;
    }

    /// <summary>Makes the order that is shown the one that is kept.</summary>
    public async Task KeepOrderAsync(long trackId, CancellationToken cancellationToken)
    {
        var place = Window.PlaceOf(trackId);
        long? after = place > 0 ? Window.Ids[place - 1] : null;
        var answer = await _api.MoveInPlaylistAsync(_id, trackId, after, cancellationToken);
        if (answer is Answer<Playlist>.Refused refused)
        {
            await ReadAsync(cancellationToken);
            Notice = refused.Problem.InWords;
        }
        else await TakeAsync(answer, cancellationToken);
    }

    /// <returns>Whether it is out.</returns>
    public async Task<bool> RemoveAsync(long trackId, CancellationToken cancellationToken)
    {
        Notice = (await _api.RemoveFromPlaylistAsync(_id, trackId, cancellationToken) as Answer<Nothing>.Refused)?.Problem.InWords;
        if (Notice is null) await ReadAsync(cancellationToken);
        return Notice is null;
    }

    /// <summary>Puts a track back that was taken out.</summary>
    public async Task PutBackAsync(long trackId, long? after, CancellationToken cancellationToken)
    {
        var answer = await _api.AddToPlaylistAsync(_id, [trackId], cancellationToken);
        if (answer is Answer<Playlist>.Ok) answer = await _api.MoveInPlaylistAsync(_id, trackId, after, cancellationToken);
        await TakeAsync(answer, cancellationToken);
    }

    /// <returns>Whether it is deleted.</returns>
    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        Notice = (await _api.DeletePlaylistAsync(_id, cancellationToken) as Answer<Nothing>.Refused)?.Problem.InWords;
        return Notice is null;
    }

    public async Task RestoreAsync(CancellationToken cancellationToken) =>
        await TakeAsync(await _api.RestorePlaylistAsync(_id, cancellationToken), cancellationToken);

    private async Task TakeAsync(Answer<Playlist> answer, CancellationToken cancellationToken)
    {
        Notice = (answer as Answer<Playlist>.Refused)?.Problem.InWords;
        if (answer is not Answer<Playlist>.Ok { Value: var playlist }) return;
        Playlist = playlist;
        Window.Take(playlist.TrackIds);
        Notice = (await Window.FillAsync(cancellationToken))?.InWords;
    }
}
