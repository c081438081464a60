using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Playlists;

/// <summary>The page of one playlist.</summary>
public sealed partial class PlaylistView : TrackListPart
{
    private PlaylistTracks _tracks = null!;
    private RowOrder _order = null!;
    private ListScript _script = null!;
    private PlaylistState? _restored;
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

    protected override TrackList Listed => _tracks;

    private protected override ListScript Script => _script;

    /// <summary>Only while the server renders the page.</summary>
    [CascadingParameter]
    private HttpContext? Context { get; set; }

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
            Tell(T["{0} is taken. Place {1} of {2}."], trackId);
        }
        else if (key == "Escape")
        {
            _order.PutBack();
            Tell(T["{0} is back at place {1} of {2}."], trackId);
        }
        else if (key is " " or "Tab")
        {
            if (_order.Drop()) await KeepAsync(trackId);
            else Tell(T["{0} stays at place {1} of {2}."], trackId);
        }
        else if (_order.Step(key)) Tell(T["{0}: place {1} of {2}."], trackId);

        var place = _tracks.Window.PlaceOf(trackId);
        if (place < _tracks.Window.Start || place >= _tracks.Window.Start + _tracks.Window.Count)
            await _tracks.LookAsync(Math.Max(0, place - TrackWindow.First / 2), TrackWindow.First, Life);
        StateHasChanged();
        return place;
    }

    protected override async Task OnInitializedAsync()
    {
        _tracks = new PlaylistTracks(Api, Id, Say);
        _order = new RowOrder(_tracks.Window);
        _script = new ListScript(Browser, "./js/reorder.js", this);
        _tracks.Rows.Changed += StateHasChanged;
        if (_restored?.Playlist.Id == Id) _tracks.Restore(_restored);
        else await _tracks.ReadAsync(Life);
        if (_tracks.Playlist is null) Context?.AnswerAs(StatusCodes.Status404NotFound);
    }

    protected override Task HearAsync(Job job, CancellationToken cancellationToken) => _tracks.ApplyAsync(job, cancellationToken);

    private async Task KeepAsync(long trackId)
    {
        await _tracks.KeepOrderAsync(trackId, Life);
        if (_tracks.Notice is null) Tell(T["{0} is at place {1} of {2} now."], trackId);
        StateHasChanged();
    }

    /// <param name="text">With the name, the place, and how many there are.</param>
    private void Tell(string text, long trackId) => _announcement = string.Format(
        CultureInfo.InvariantCulture, text, _tracks.Rows.Find(trackId)?.Name, _tracks.Window.PlaceOf(trackId) + 1, _tracks.Window.Total);

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
}
