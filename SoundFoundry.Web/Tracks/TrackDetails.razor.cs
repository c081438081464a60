using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Tracks;

/// <summary>The page of one track: its sound, its words, and how it came to be.</summary>
public sealed partial class TrackDetails : LivePart
{
    private TrackStory? _story;
    private TrackSnapshot? _restored;
    private string? _announcement;
    private bool _busy;
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

    /// <summary>Only while the server renders the page.</summary>
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private TrackStory Story => _story!;

    /// <summary>Whether a click would be lost: nothing listens yet, or the last one is being done.</summary>
    private bool Waits => _busy || !RendererInfo.IsInteractive;

    protected override async Task OnInitializedAsync()
    {
        _story = new TrackStory(Api, Id, Say);
        _story.Rows.Changed += StateHasChanged;
        _story.Rows.Announced += text => _announcement = text;
        if (_restored?.Track.Id == Id) _story.Restore(_restored);
        else await _story.ReadAsync(Life);
        _openLog = _story.Row is { Status: not JobStatus.Complete };
        if (_story.Missing) Context?.AnswerAs(StatusCodes.Status404NotFound);
    }

    protected override Task CatchUpAsync(CancellationToken cancellationToken) => Story.CatchUpAsync(cancellationToken);

    protected override Task HearAsync(Job job, CancellationToken cancellationToken) => Story.ApplyAsync(job, cancellationToken);

    private async Task<string?> RenameAsync(string title)
    {
        string? refusal = null;
        await RunAsync(async (row, cancellationToken) => refusal = await Story.Actions.RenameAsync(row, title, cancellationToken));
        // It is no event of this component, after which it would be drawn anew.
        StateHasChanged();
        return refusal;
    }

    private Task RunAsync(Func<TrackRow, CancellationToken, Task> action) => RunAsync(token => action(Story.Row!, token));

    private async Task RunAsync(Func<CancellationToken, Task> action)
    {
        _busy = true;
        await action(CancellationToken.None);
        _busy = false;
    }
}
