using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Library;

/// <summary>js/library.js, for one page.</summary>
internal sealed class LibraryScript(IJSRuntime runtime, LibraryView page) : IAsyncDisposable
{
    private readonly PageScript _script = new(runtime, "./js/library.js");
    private readonly DotNetObjectReference<LibraryView> _page = DotNetObjectReference.Create(page);

    public bool HasCome => _script.HasCome;

    public Task AttachAsync(ElementReference root) => _script.AttachAsync<object>(root, _page);

    public Task SetAddressAsync(string query, bool replace) => _script.CallAsync("setAddress", query, replace);

    public Task OpenMenuAsync(ElementReference menu, long trackId) => _script.CallAsync("showMenu", menu, trackId);

    public Task TellGoneAsync(IEnumerable<long> trackIds) => _script.CallAsync("tellGone", trackIds);

    public Task FocusAsync(string selector) => _script.CallAsync("focus", selector);

    public Task PlayAsync(IEnumerable<long> trackIds) => _script.CallAsync("play", trackIds);

    public ValueTask DisposeAsync()
    {
        _page.Dispose();
        return _script.DisposeAsync();
    }
}
