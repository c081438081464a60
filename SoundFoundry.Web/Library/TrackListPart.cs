using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;

namespace SoundFoundry.Web.Library;

/// <summary>The interactive part of a page that lists tracks, of which the browser shows a window.</summary>
public abstract class TrackListPart : LivePart
{
    /// <summary>How many ids are worth sending to a page that does not live yet: about 12 KB.</summary>
    private const int QueuedAtFirst = 2_000;

    private string? _queue;
    private int _queued = -1;

    /// <summary>Where the script is at work.</summary>
    protected ElementReference Root { get; set; }

    /// <summary>What the player goes on with, as its element takes it; put together only once for each list.</summary>
    protected string? Queue
    {
        get
        {
            if (_queued == Listed.Window.Version) return _queue;
            _queued = Listed.Window.Version;
            return _queue = string.Join(',', RendererInfo.IsInteractive ? Listed.Window.Ids : Listed.Window.Ids.Take(QueuedAtFirst));
        }
    }

    protected abstract TrackList Listed { get; }

    private protected abstract ListScript Script { get; }

    [Inject]
    private protected ApiClient Api { get; set; } = null!;

    [Inject]
    private protected Announcements Say { get; set; } = null!;

    [Inject]
    private protected IJSRuntime Browser { get; set; } = null!;

    /// <summary>The browser tells which rows are looked at.</summary>
    [JSInvokable]
    public Task LookAsync(int start, int count) => Listed.LookAsync(start, count, Life);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await Script.AttachAsync(Root);
        StateHasChanged(); // A menu that was asked for before can open now.
    }

    protected override ValueTask LeaveAsync() => Script.DisposeAsync();

    protected Task PlayAsync(IEnumerable<long> trackIds) => Script.PlayAsync(trackIds, shuffled: false);
}
