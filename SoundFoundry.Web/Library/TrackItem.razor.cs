using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

public sealed partial class TrackItem : ComponentBase
{
    private ElementReference _titleBox;
    private string? _title;
    private bool _renaming;
    private bool _focusTitle;
    private bool _busy;

    [Parameter, EditorRequired]
    public required TrackRow Row { get; set; }

    [Parameter, EditorRequired]
    public required TrackActions Actions { get; set; }

    private Track Track => Row.Track;

    private string NameId => $"track-{Track.Id}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focusTitle) return;
        _focusTitle = false;
        await _titleBox.FocusAsync();
    }

    private async Task RunAsync(Func<TrackRow, CancellationToken, Task> action)
    {
        _busy = true;
        await action(Row, CancellationToken.None);
        _busy = false;
    }

    private void StartRenaming()
    {
        _title = Row.Name;
        _renaming = _focusTitle = true;
    }

    private async Task RenameAsync()
    {
        _renaming = false;
        if (_title == Row.Name) return;
        await RunAsync((row, cancellationToken) => Actions.RenameAsync(row, _title ?? string.Empty, cancellationToken));
    }

    private void OnRenameKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") _renaming = false;
    }
}
