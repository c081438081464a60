using SoundFoundry.Web.Playlists;
using SoundFoundry.Web.Shares;

namespace SoundFoundry.Web.Library;

/// <summary>What is clicked.</summary>
public sealed partial class LibraryView
{
    private IReadOnlySet<long>? _deleted;
    private RowMenu _menu = null!;
    private AddToPlaylist _playlists = null!;
    private ShareDialog? _share;
    private TrackRow? _menuRow;
    private bool _opensMenu;
    private long? _renaming;
    private long? _busy;
    private bool _working;

    private void OpenMenu(TrackRow row)
    {
        _menuRow = row;
        _opensMenu = true;
    }

    private void Pick(TrackRow row, bool extend)
    {
        if (extend) _selection.Extend(row.Track.Id, _window.Ids);
        else _selection.Toggle(row.Track.Id);
    }

    private void SelectAll()
    {
        if (_selection.Count == _window.Ids.Count) _selection.Clear();
        else _selection.Choose(_window.Ids);
    }

    private async Task RunAsync(TrackRow row, Func<TrackRow, CancellationToken, Task> action)
    {
        _busy = row.Track.Id;
        try
        {
            await action(_tracks.Rows.Find(row.Track.Id) ?? row, Life);
        }
        finally
        {
            _busy = null;
        }
    }

    private async Task<string?> RenameAsync(TrackRow row, string title)
    {
        string? refusal = null;
        await RunAsync(row, async (latest, cancellationToken) => refusal = await _tracks.Actions.RenameAsync(latest, title, cancellationToken));
        return refusal;
    }

    private async Task EndRenamingAsync(TrackRow row)
    {
        _renaming = null;
        if (_script is not null) await _script.FocusAsync($"[data-track='{row.Track.Id}'] a");
    }

    private async Task DeleteAsync(IReadOnlyCollection<long> trackIds)
    {
        _working = true;
        try
        {
            var gone = await _tracks.ChangeAsync("delete", trackIds, Life);
            if (gone.Count == 0) return;
            var refusal = _tracks.Notice;
            _tracks.Remove(gone);
            _selection.Drop(gone);
            _deleted = gone;
            if (_script is not null) await _script.TellGoneAsync(gone);
            await _tracks.LookAsync(_window.Start, _window.Count, Life);
            _tracks.TellAgain(refusal);
        }
        finally
        {
            _working = false;
        }
    }

    private async Task UndoAsync()
    {
        if (_deleted is not { } deleted) return;
        _deleted = null;
        var back = await _tracks.ChangeAsync("restore", deleted, Life);
        await _tracks.ReadAsync(Life);
        _announcement = back.Count == 1 ? T["1 track is back."] : T["{0} tracks are back.", back.Count];
    }

    /// <summary>Marks them; if all of them are marked, takes the marks off.</summary>
    private async Task FavoriteAsync()
    {
        var chosen = _selection.In(_window.Ids);
        var marked = chosen.All(trackId => _tracks.Rows.Find(trackId)?.Track.Favorite == true);
        _working = true;
        try
        {
            foreach (var trackId in await _tracks.ChangeAsync(marked ? "unfavorite" : "favorite", chosen, Life))
            {
                if (_tracks.Rows.Find(trackId) is { } row) _tracks.Rows.Put(row with { Track = row.Track with { Favorite = !marked } });
            }
        }
        finally
        {
            _working = false;
        }
    }

    private Task PlayAsync(IReadOnlyList<long> trackIds) => _script?.PlayAsync(trackIds) ?? Task.CompletedTask;
}
