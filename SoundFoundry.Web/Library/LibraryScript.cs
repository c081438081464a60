using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SoundFoundry.Web.Library;

/// <summary>js/library.js, for one page.</summary>
internal sealed class LibraryScript : IAsyncDisposable
{
    private readonly IJSObjectReference _module;
    private readonly DotNetObjectReference<LibraryView> _page;

    private LibraryScript(IJSObjectReference module, DotNetObjectReference<LibraryView> page) => (_module, _page) = (module, page);

    public static async Task<LibraryScript> AttachAsync(IJSRuntime script, ElementReference root, LibraryView page)
    {
        var attached = new LibraryScript(
            await script.InvokeAsync<IJSObjectReference>("import", "./js/library.js"), DotNetObjectReference.Create(page));
        await attached._module.InvokeVoidAsync("attach", root, attached._page);
        return attached;
    }

    public ValueTask SetAddressAsync(string query, bool replace) => _module.InvokeVoidAsync("setAddress", query, replace);

    public ValueTask OpenMenuAsync(ElementReference menu, long trackId) => _module.InvokeVoidAsync("showMenu", menu, trackId);

    public ValueTask TellGoneAsync(IEnumerable<long> trackIds) => _module.InvokeVoidAsync("tellGone", trackIds);

    public ValueTask FocusAsync(string selector) => _module.InvokeVoidAsync("focus", selector);

    public ValueTask PlayAsync(IEnumerable<long> trackIds) => _module.InvokeVoidAsync("play", trackIds);

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
