using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;

namespace SoundFoundry.Web.Library;

/// <summary>The interactive part of the studio page: what is being made, and what was. One event stream serves all of it.</summary>
public sealed partial class Studio : ComponentBase, IJobListener, IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private TrackLibrary _library = null!;
    private ProviderList? _providers;
    private string? _announcement;
    private bool _live = true;

    /// <summary>Carries what the first rendering read over to the circuit.</summary>
    [PersistentState]
    public LibrarySnapshot? Snapshot { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private JobEvents Events { get; set; } = null!;

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _library = new TrackLibrary(Api);
        _library.Changed += StateHasChanged;
        _library.Announced += text => _announcement = text;
        if (Snapshot is null) await ReadAsync();
        else _library.Restore(Snapshot);
        _providers = Snapshot?.Providers;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = FollowAsync();
    }

    private async Task ReadAsync()
    {
        var providers = Api.ProvidersAsync(_life.Token);
        await _library.SearchAsync(search: null, _life.Token);
        if (_library.Notice is null) Snapshot = _library.ToSnapshot((await providers as Answer<ProviderList>.Ok)?.Value);
    }

    private async Task FollowAsync()
    {
        try
        {
            await Events.FollowAsync(this, _life.Token);
        }
        catch (OperationCanceledException) when (_life.IsCancellationRequested)
        {
            // The page was closed.
        }
        catch (Exception exception)
        {
            // A fault of ours: the circuit shows and logs it.
            await DispatchExceptionAsync(exception);
        }
    }

    private Task AddAsync(IEnumerable<long> trackIds) => _library.AddAsync(trackIds, _life.Token);

    async Task IJobListener.ConnectedAsync(CancellationToken cancellationToken)
    {
        _live = true;
        StateHasChanged();
        if (_library.Notice is not null) await _library.SearchAsync(_library.Search, cancellationToken);
        else await _library.CatchUpAsync(cancellationToken);
    }

    Task IJobListener.ChangedAsync(Job job, CancellationToken cancellationToken) => _library.ApplyAsync(job, cancellationToken);

    Task IJobListener.DisconnectedAsync(CancellationToken cancellationToken)
    {
        _live = false;
        StateHasChanged();
        return Task.CompletedTask;
    }
}
