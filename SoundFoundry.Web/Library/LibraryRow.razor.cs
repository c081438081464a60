using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>One track among thousands: always of the same height, and drawn anew only when what it shows has changed.</summary>
public sealed partial class LibraryRow : ComponentBase
{
    private (TrackRow, bool, bool, bool) _drawn;

    [Parameter, EditorRequired]
    public required TrackRow Row { get; set; }

    [Parameter]
    public bool Picked { get; set; }

    [Parameter]
    public bool Renaming { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<MouseEventArgs> Pick { get; set; }

    [Parameter]
    public EventCallback More { get; set; }

    [Parameter]
    public EventCallback Favored { get; set; }

    /// <summary>Takes the new title, and answers what is wrong with it, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<string?>> Rename { get; set; }

    [Parameter]
    public EventCallback Renamed { get; set; }

    private Track Track => Row.Track;

    protected override bool ShouldRender()
    {
        var now = (Row, Picked, Renaming, Busy);
        if (now == _drawn) return false;
        _drawn = now;
        return true;
    }
}
