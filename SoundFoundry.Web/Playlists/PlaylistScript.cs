using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Playlists;

/// <summary>js/reorder.js, for one page.</summary>
internal sealed class PlaylistScript(IJSRuntime runtime, PlaylistView page) : IAsyncDisposable
{
    private readonly PageScript _script = new(runtime, "./js/reorder.js");
    private readonly DotNetObjectReference<PlaylistView> _page = DotNetObjectReference.Create(page);

    public Task AttachAsync(ElementReference root) => _script.AttachAsync<object>(root, _page);

    public Task PlayAsync(IEnumerable<long> trackIds, bool shuffled) => _script.CallAsync("play", trackIds, shuffled);

    public ValueTask DisposeAsync()
    {
        _page.Dispose();
        return _script.DisposeAsync();
    }
}
