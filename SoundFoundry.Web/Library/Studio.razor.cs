using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;

namespace SoundFoundry.Web.Library;

/// <summary>The interactive part of the studio page: what is being made, and what was. One event stream serves all of it.</summary>
public sealed partial class Studio : ComponentBase, IJobListener, IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private LatestTracks? _library;
    private LibrarySnapshot? _restored;
    private ProviderList? _providers;
    private string? _announcement;
    private bool _live = true;

    /// <summary>Carries what is shown from the first rendering over to the circuit, and over a pause of it.</summary>
    [PersistentState]
    public LibrarySnapshot? Snapshot
    {
        get => _library?.ToSnapshot(_providers);
        set => _restored = value;
    }

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
        _library = new LatestTracks(Api);
        _library.Changed += StateHasChanged;
        _library.Announced += text => _announcement = text;
        if (_restored is null)
        {
            await ReadAsync(_library);
            return;
        }

        _library.Restore(_restored);
        _providers = _restored.Providers;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = FollowAsync();
    }

    private async Task ReadAsync(LatestTracks library)
    {
        var providers = Api.ProvidersAsync(_life.Token);
        await library.SearchAsync(search: null, _life.Token);
        _providers = (await providers as Answer<ProviderList>.Ok)?.Value;
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

    private Task AddAsync(IEnumerable<long> trackIds) => _library!.AddAsync(trackIds, _life.Token);

    async Task IJobListener.ConnectedAsync(CancellationToken cancellationToken)
    {
        _live = true;
        StateHasChanged();
        await _library!.CatchUpAsync(cancellationToken);
    }

    Task IJobListener.ChangedAsync(Job job, CancellationToken cancellationToken) => _library!.ApplyAsync(job, cancellationToken);

    Task IJobListener.DisconnectedAsync(CancellationToken cancellationToken)
    {
        _live = false;
        StateHasChanged();
        return Task.CompletedTask;
    }
}
