using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Shares;

namespace SoundFoundry.Web.Library;

public sealed partial class LibraryRows : ComponentBase
{
    private RowMenu _menu = null!;
    private ShareDialog? _share;
    private TrackRow? _menuRow;
    private bool _opensMenu;
    private long? _renaming;
    private long? _busy;

    [Parameter, EditorRequired]
    public required LibraryTracks Tracks { get; set; }

    [Parameter, EditorRequired]
    public required LibraryScript Script { get; set; }

    [Parameter, EditorRequired]
    public required TrackSelection Chosen { get; set; }

    /// <summary>What the player goes on with.</summary>
    [Parameter]
    public string? Queue { get; set; }

    /// <summary>With whether all up to it are meant.</summary>
    [Parameter]
    public EventCallback<(long TrackId, bool Extend)> Pick { get; set; }

    [Parameter]
    public EventCallback<long> AddToPlaylist { get; set; }

    [Parameter]
    public EventCallback<long> Delete { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_opensMenu || !Script.HasCome) return;
        _opensMenu = false;
        await Script.OpenMenuAsync(_menu.Element, _menuRow!.Track.Id);
    }

    private void OpenMenu(TrackRow row)
    {
        _menuRow = row;
        _opensMenu = true;
    }

    private async Task RunAsync(TrackRow row, Func<TrackRow, CancellationToken, Task> action)
    {
        _busy = row.Track.Id;
        try
        {
            await action(Tracks.Rows.Find(row.Track.Id) ?? row, CancellationToken.None);
        }
        finally
        {
            _busy = null;
        }
    }

    private async Task<string?> RenameAsync(TrackRow row, string title)
    {
        string? refusal = null;
        await RunAsync(row, async (latest, cancellationToken) => refusal = await Tracks.Actions.RenameAsync(latest, title, cancellationToken));
        StateHasChanged();
        return refusal;
    }

    private async Task EndRenamingAsync(TrackRow row)
    {
        _renaming = null;
        await Script.FocusAsync($"[data-track='{row.Track.Id}'] a");
    }
}
