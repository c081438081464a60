using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;

namespace SoundFoundry.Web.Library;

/// <summary>The interactive part of the library's page: what is listed, and what the browser asks for of it.</summary>
public sealed partial class LibraryView : LivePart
{
    private static readonly TimeSpan RereadPause = TimeSpan.FromMilliseconds(300);
    private readonly TrackSelection _selection = new();
    private LibraryTracks _tracks = null!;
    private TrackWindow _window = null!;
    private LibraryState? _restored;
    private ProviderList? _providers;
    private LibraryScript? _script;
    private ElementReference _root;
    private string? _announcement;
    private string? _queue;
    private int _queued;
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

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private Announcements Say { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>The browser tells which rows are looked at.</summary>
    [JSInvokable]
    public Task LookAsync(int start, int count) => _tracks.LookAsync(start, count, Life);

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
        if (_tracks.Rows.Find(trackId) is { } row) _tracks.Rows.Put(row with { Track = row.Track with { Favorite = favorite } });
        return Task.CompletedTask;
    }

    [JSInvokable]
    public async Task PressAsync(string key)
    {
        if (key == "All") _selection.Choose(_window.Ids);
        else if (key == "Escape") _selection.Clear();
        else if (_selection.Count > 0) await DeleteAsync(_selection.In(_window.Ids));
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        _tracks = new LibraryTracks(Api, Say);
        _window = _tracks.Window;
        _tracks.Rows.Changed += Show;
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = new LibraryScript(Script, this);
            await _script.AttachAsync(_root);
        }

        if (_opensMenu && _script is { HasCome: true })
        {
            _opensMenu = false;
            await _script.OpenMenuAsync(_menu.Element, _menuRow!.Track.Id);
        }
    }

    protected override ValueTask LeaveAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override Task CatchUpAsync(CancellationToken cancellationToken) => _tracks.CatchUpAsync(cancellationToken);

    protected override async Task HearAsync(Job job, CancellationToken cancellationToken)
    {
        // Not awaited: what is told meanwhile is not held up, and is read along.
        if (await _tracks.ApplyAsync(job, cancellationToken)) Begin(RereadSoonAsync);
    }

    private void Show()
    {
        // All of a long list is worth sending only to a page that lives, and only once.
        if (_queued != _window.Version) _queue = string.Join(',', RendererInfo.IsInteractive ? _window.Ids : _window.Ids.Take(TrackWindow.First));
        _queued = _window.Version;
        StateHasChanged();
    }

    private async Task ShowAsync(LibraryFilter filter)
    {
        _selection.Clear();
        await _tracks.ShowAsync(filter, Life);
        _announcement = _window.Total == 1 ? T["1 track"] : T["{0} tracks", $"{_window.Total:N0}"];
        StateHasChanged();
    }

    private async Task ChooseAsync(LibraryFilter filter)
    {
        var searchesOn = filter.Q is not null && _tracks.Filter.Q is not null;
        if (_script is not null) await _script.SetAddressAsync(filter.ToQuery(), searchesOn);
        await ShowAsync(filter);
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
}
