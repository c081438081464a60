using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SoundFoundry.Web.Library;

/// <summary>js/library.js, for one page.</summary>
public sealed class LibraryScript(IJSRuntime browser, LibraryView page) : ListScript(browser, "./js/library.js", page)
{
    public Task SetAddressAsync(string query, bool replace) => Module.CallAsync("setAddress", query, replace);

    public Task OpenMenuAsync(ElementReference menu, long trackId) => Module.CallAsync("showMenu", menu, trackId);

    public Task TellGoneAsync(IEnumerable<long> trackIds) => Module.CallAsync("tellGone", trackIds);

    public Task FocusAsync(string selector) => Module.CallAsync("focus", selector);
}
