using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Playlists;

namespace SoundFoundry.Web.Library;

/// <summary>The interactive part of the library's page: what is listed, and what the browser asks for of it.</summary>
public sealed partial class LibraryView : TrackListPart
{
    private static readonly TimeSpan RereadPause = TimeSpan.FromMilliseconds(300);
    private LibraryTracks _tracks = null!;
    private LibraryScript _script = null!;
    private ChosenTracks _chosen = null!;
    private AddToPlaylist _playlists = null!;
    private LibraryState? _restored;
    private ProviderList? _providers;
    private string? _announcement;
    private bool _rereads;

    /// <summary>What the address asks for as the page is opened.</summary>
    [Parameter]
    public string? Query { get; set; }

    /// <summary>Carries what is shown from the first rendering over to the circuit, and over a pause of it.</summary>
    [PersistentState]
    public LibraryState? State
    {
        get => _tracks?.Save(_providers);
        set => _restored = value;
    }

    protected override TrackList Listed => _tracks;

    private protected override ListScript Script => _script;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IEnumerable<string> Makers => _providers?.Providers.Where(one => one.Configured).Select(one => one.Name) ?? [];

    private string Count => _tracks.Window.Total == 1 ? T["1 track"] : T["{0} tracks", $"{_tracks.Window.Total:N0}"];

    /// <summary>The browser tells where it is now: somebody went back, or followed a link.</summary>
    [JSInvokable]
    public Task ArriveAsync(string query)
    {
        var filter = LibraryFilter.Parse(query);
        return filter == _tracks.Filter ? Task.CompletedTask : ShowAsync(filter);
    }

    /// <summary>The player made a track a favourite, or no longer one.</summary>
    [JSInvokable]
    public Task MarkedAsync(long trackId, bool favorite)
    {
        _tracks.Rows.Mark(trackId, favorite);
        return Task.CompletedTask;
    }

    [JSInvokable]
    public async Task PressAsync(string key)
    {
        await _chosen.PressAsync(key, Life);
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        _tracks = new LibraryTracks(Api, Say);
        _script = new LibraryScript(Browser, this);
        _chosen = new ChosenTracks(_tracks, _script, Say);
        _tracks.Rows.Changed += StateHasChanged;
        _tracks.Rows.Announced += text => _announcement = text;
        if (_restored is null)
        {
            var providers = Api.ProvidersAsync(Life);
            await _tracks.ShowAsync(LibraryFilter.Parse(Query), Life);
            _providers = (await providers as Answer<ProviderList>.Ok)?.Value;
        }
        else
        {
            _tracks.Restore(_restored);
            _providers = _restored.Providers;
        }
    }

    protected override Task CatchUpAsync(CancellationToken cancellationToken) => _tracks.CatchUpAsync(cancellationToken);

    protected override async Task HearAsync(Job job, CancellationToken cancellationToken)
    {
        // Not awaited: what is told meanwhile is not held up, and is read along.
        if (await _tracks.ApplyAsync(job, cancellationToken)) Begin(RereadSoonAsync);
    }

    /// <summary>Several tracks are often made at once; the list is read once for them all.</summary>
    private async Task RereadSoonAsync(CancellationToken cancellationToken)
    {
        if (_rereads) return;
        _rereads = true;
        await Task.Delay(RereadPause, Clock, cancellationToken);
        _rereads = false;
        await _tracks.ReadAsync(cancellationToken);
    }

    private async Task ShowAsync(LibraryFilter filter)
    {
        _chosen.Selection.Clear();
        await _tracks.ShowAsync(filter, Life);
        _announcement = Count;
        StateHasChanged();
    }

    private async Task ChooseAsync(LibraryFilter filter)
    {
        var searchesOn = filter.Q is not null && _tracks.Filter.Q is not null;
        await _script.SetAddressAsync(filter.ToQuery(), searchesOn);
        await ShowAsync(filter);
    }
}
