namespace SoundFoundry.Web.Library;

/// <summary>The chosen tracks of the library: what is done with them all, and how the last deletion is taken back.</summary>
public sealed class ChosenTracks
{
    private readonly LibraryTracks _tracks;
    private readonly LibraryScript _script;
    private readonly Announcements _say;

    internal ChosenTracks(LibraryTracks tracks, LibraryScript script, Announcements say) => (_tracks, _script, _say) = (tracks, script, say);

    public TrackSelection Selection { get; } = new();

    /// <summary>In the order of the list.</summary>
    public IReadOnlyList<long> Ids => Selection.In(_tracks.Window.Ids);

    public bool AreAll => Selection.Count > 0 && Selection.Count == _tracks.Window.Ids.Count;

    /// <summary>Whether something is being done with them.</summary>
    public bool Busy { get; private set; }

    /// <summary>What was deleted last, as long as it can be brought back at once.</summary>
    public IReadOnlySet<long>? Deleted { get; private set; }

    public void Pick(long trackId, bool extend)
    {
        if (extend) Selection.Extend(trackId, _tracks.Window.Ids);
        else Selection.Toggle(trackId);
    }

    public void PickAll()
    {
        if (AreAll) Selection.Clear();
        else Selection.Choose(_tracks.Window.Ids);
    }

    public async Task PressAsync(string key, CancellationToken cancellationToken)
    {
        if (key == "All") Selection.Choose(_tracks.Window.Ids);
        else if (key == "Escape") Selection.Clear();
        else if (Selection.Count > 0) await DeleteAsync(Ids, cancellationToken);
    }

    public Task DeleteAsync(IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var gone = await _tracks.ChangeAsync("delete", trackIds, cancellationToken);
        if (gone.Count == 0) return;
        _tracks.Remove(gone);
        Selection.Drop(gone);
        Deleted = gone;
        await _script.TellGoneAsync(gone);
        await _tracks.FillAsync(cancellationToken);
    });

    public async Task UndoAsync(CancellationToken cancellationToken)
    {
        if (Deleted is not { } deleted) return;
        Deleted = null;
        var back = await _tracks.ChangeAsync("restore", deleted, cancellationToken);
        await _tracks.ReadAsync(cancellationToken);
        _tracks.Rows.Announce(_say.Restored(back.Count));
    }

    /// <summary>The deletion was wanted.</summary>
    public void Forget() => Deleted = null;

    /// <summary>Marks them; if all of them are marked, takes the marks off.</summary>
    public Task FavoriteAsync(CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var ids = Ids;
        var marked = ids.All(trackId => _tracks.Rows.Find(trackId)?.Track.Favorite == true);
        foreach (var trackId in await _tracks.ChangeAsync(marked ? "unfavorite" : "favorite", ids, cancellationToken)) _tracks.Rows.Mark(trackId, !marked);
    });

    private async Task RunAsync(Func<Task> work)
    {
        Busy = true;
        try
        {
            await work();
        }
        finally
        {
            Busy = false;
        }
    }
}
