using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Playlists;

/// <summary>The page of one playlist.</summary>
public sealed partial class PlaylistView : LivePart
{
    private PlaylistTracks _tracks = null!;
    private RowOrder _order = null!;
    private PlaylistState? _restored;
    private PlaylistScript? _script;
    private ElementReference _root;
    private TakenOut? _removed;
    private string? _announcement;
    private bool _deleted;

    [Parameter, EditorRequired]
    public required long Id { get; set; }

    /// <summary>Carries what is shown from the first rendering over to the circuit.</summary>
    [PersistentState]
    public PlaylistState? State
    {
        get => _tracks?.Save();
        set => _restored = value;
    }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private Announcements Spoken { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>Only while the server renders the page.</summary>
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    /// <summary>The browser tells which rows are looked at.</summary>
    [JSInvokable]
    public async Task LookAsync(int start, int count)
    {
        await _tracks.LookAsync(start, count, Life);
        StateHasChanged();
    }

    /// <summary>A row was dragged to another place.</summary>
    [JSInvokable]
    public async Task DragAsync(long trackId, int place)
    {
        if (_tracks.Window.Move(trackId, place)) await KeepAsync(trackId);
    }

    /// <summary>A key was pressed on the grip of a row.</summary>
    /// <returns>The place of the row, from 0; negative if the key means nothing there.</returns>
    [JSInvokable]
    public async Task<int> PressAsync(long trackId, string key)
    {
        if (_tracks.Window.PlaceOf(trackId) < 0) return -1;
        if (_order.Grabbed is { } grabbed && grabbed != trackId) _order.PutBack();
        if (_order.Grabbed is null)
        {
            if (key != " ") return -1;
            _order.Grab(trackId);
            Say(T["{0} is taken. Place {1} of {2}."], trackId);
        }
        else if (key == "Escape")
        {
            _order.PutBack();
            Say(T["{0} is back at place {1} of {2}."], trackId);
        }
        else if (key is " " or "Tab")
        {
            if (_order.Drop()) await KeepAsync(trackId);
            else Say(T["{0} stays at place {1} of {2}."], trackId);
        }
        else if (_order.Step(key)) Say(T["{0}: place {1} of {2}."], trackId);

        var place = _tracks.Window.PlaceOf(trackId);
        if (place < _tracks.Window.Start || place >= _tracks.Window.Start + _tracks.Window.Count)
            await _tracks.LookAsync(Math.Max(0, place - TrackWindow.First / 2), TrackWindow.First, Life);
        StateHasChanged();
        return place;
    }

    protected override async Task OnInitializedAsync()
    {
        _tracks = new PlaylistTracks(Api, Id, Spoken);
        _order = new RowOrder(_tracks.Window);
        _tracks.Rows.Changed += StateHasChanged;
        if (_restored?.Playlist.Id == Id) _tracks.Restore(_restored);
        else await _tracks.ReadAsync(Life);
        if (_tracks.Playlist is null) Context?.AnswerAs(StatusCodes.Status404NotFound);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _script = new PlaylistScript(Script, this);
        await _script.AttachAsync(_root);
    }

    protected override ValueTask LeaveAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override Task HearAsync(Job job, CancellationToken cancellationToken) => _tracks.ApplyAsync(job, cancellationToken);

    private async Task KeepAsync(long trackId)
    {
        await _tracks.KeepOrderAsync(trackId, Life);
        if (_tracks.Notice is null) Say(T["{0} is at place {1} of {2} now."], trackId);
        StateHasChanged();
    }

    /// <param name="text">With the name, the place, and how many there are.</param>
    private void Say(string text, long trackId) => _announcement = string.Format(
        System.Globalization.CultureInfo.InvariantCulture, text, _tracks.Rows.Find(trackId)?.Name, _tracks.Window.PlaceOf(trackId) + 1, _tracks.Window.Total);

    private Task PlayAsync(bool shuffled) => _script?.PlayAsync(_tracks.Window.Ids, shuffled) ?? Task.CompletedTask;

    private Task<string?> RenameAsync(string name) => _tracks.RenameAsync(name, Life);

    private async Task DeleteAsync()
    {
        _deleted = await _tracks.DeleteAsync(Life);
        if (_deleted) _announcement = T["Playlist deleted"];
    }

    private async Task RestoreAsync()
    {
        await _tracks.RestoreAsync(Life);
        _deleted = _tracks.Notice is not null;
    }

    private async Task RemoveAsync(TrackRow row)
    {
        var place = _tracks.Window.PlaceOf(row.Track.Id);
        var taken = new TakenOut(row.Track.Id, row.Name, place > 0 ? _tracks.Window.Ids[place - 1] : null);
        if (await _tracks.RemoveAsync(row.Track.Id, Life)) _removed = taken;
    }

    private async Task PutBackAsync()
    {
        if (_removed is not { } removed) return;
        _removed = null;
        await _tracks.PutBackAsync(removed.TrackId, removed.After, Life);
    }

    private sealed record TakenOut(long TrackId, string Name, long? After);
}
