using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SoundFoundry.Web.Playlists;

/// <summary>js/reorder.js, for one page.</summary>
internal sealed class PlaylistScript : IAsyncDisposable
{
    private readonly IJSObjectReference _module;
    private readonly DotNetObjectReference<PlaylistView> _page;

    private PlaylistScript(IJSObjectReference module, DotNetObjectReference<PlaylistView> page) => (_module, _page) = (module, page);

    public static async Task<PlaylistScript> AttachAsync(IJSRuntime script, ElementReference root, PlaylistView page)
    {
        var attached = new PlaylistScript(
            await script.InvokeAsync<IJSObjectReference>("import", "./js/reorder.js"), DotNetObjectReference.Create(page));
        await attached._module.InvokeVoidAsync("attach", root, attached._page);
        return attached;
    }

    public ValueTask PlayAsync(IEnumerable<long> trackIds, bool shuffled) => _module.InvokeVoidAsync("play", trackIds, shuffled);

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        try
        {
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }
}
