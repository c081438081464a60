using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Library;

/// <summary>The script of a page that lists tracks.</summary>
/// <param name="path">Of its module.</param>
public class ListScript(IJSRuntime browser, string path, TrackListPart page) : IAsyncDisposable
{
    private readonly DotNetObjectReference<TrackListPart> _page = DotNetObjectReference.Create(page);

    public bool HasCome => Module.HasCome;

    private protected PageScript Module { get; } = new(browser, path);

    public Task AttachAsync(ElementReference root) => Module.AttachAsync<object>(root, _page);

    public Task PlayAsync(IEnumerable<long> trackIds, bool shuffled) => Module.CallAsync("play", trackIds, shuffled);

    public ValueTask DisposeAsync()
    {
        _page.Dispose();
        GC.SuppressFinalize(this);
        return Module.DisposeAsync();
    }
}
