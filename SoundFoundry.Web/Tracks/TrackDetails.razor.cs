using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Tracks;

/// <summary>The page of one track: its sound, its words, and how it came to be.</summary>
public sealed partial class TrackDetails : ComponentBase, IJobListener, IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private TrackStory? _story;
    private TrackSnapshot? _restored;
    private string? _announcement;
    private bool _busy;
    private bool _live = true;
    private bool _openLog;

    [Parameter, EditorRequired]
    public required long Id { get; set; }

    /// <summary>Carries what is shown from the first rendering over to the circuit, and over a pause of it.</summary>
    [PersistentState]
    public TrackSnapshot? Snapshot
    {
        get => _story?.ToSnapshot();
        set => _restored = value;
    }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private Announcements Say { get; set; } = null!;

    [Inject]
    private JobEvents Events { get; set; } = null!;

    /// <summary>Only while the server renders the page.</summary>
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private TrackStory Story => _story!;

    /// <summary>Whether a click would be lost: nothing listens yet, or the last one is being done.</summary>
    private bool Waits => _busy || !RendererInfo.IsInteractive;

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _story = new TrackStory(Api, Id, Say);
        _story.Rows.Changed += StateHasChanged;
        _story.Rows.Announced += text => _announcement = text;
        if (_restored?.Track.Id == Id) _story.Restore(_restored);
        else await _story.ReadAsync(_life.Token);
        _openLog = _story.Row is { Status: not JobStatus.Complete };
        if (_story.Missing) Context?.AnswerAs(StatusCodes.Status404NotFound);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = FollowAsync();
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

    private Task RunAsync(Func<TrackRow, CancellationToken, Task> action) => RunAsync(token => action(Story.Row!, token));

    private async Task RunAsync(Func<CancellationToken, Task> action)
    {
        _busy = true;
        await action(CancellationToken.None);
        _busy = false;
    }

    async Task IJobListener.ConnectedAsync(CancellationToken cancellationToken)
    {
        _live = true;
        StateHasChanged();
        await Story.CatchUpAsync(cancellationToken);
    }

    Task IJobListener.ChangedAsync(Job job, CancellationToken cancellationToken) => Story.ApplyAsync(job, cancellationToken);

    Task IJobListener.DisconnectedAsync(CancellationToken cancellationToken)
    {
        _live = false;
        StateHasChanged();
        return Task.CompletedTask;
    }
}
