using Microsoft.JSInterop;

namespace SoundFoundry.Web.Pages;

/// <summary>A module of js/ at work for a part of a page, which may be left before the module has come or has answered: then nothing happens.</summary>
internal sealed class PageScript(IJSRuntime runtime, string path) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private bool _left;

    public bool HasCome => _module is not null;

    /// <summary>Reads the module and calls its <c>attach</c>, which answers with nothing where its element is gone.</summary>
    /// <returns>What it answered; null if the page was left meanwhile.</returns>
    public async Task<T?> AttachAsync<T>(params object?[] arguments)
        where T : class
    {
        try
        {
            var module = await runtime.InvokeAsync<IJSObjectReference>("import", path);
            if (_left)
            {
                await module.DisposeAsync();
                return null;
            }

            _module = module;
            var answer = await module.InvokeAsync<T?>("attach", arguments);
            return _left ? null : answer;
        }
        catch (Exception exception) when (IsLeaving(exception))
        {
            // What was asked for is of no use to anybody any more.
            return null;
        }
    }

    /// <summary>Calls a function of the module; nothing as long as it is not there.</summary>
    public async Task CallAsync(string function, params object?[] arguments)
    {
        if (_module is null || _left) return;
        try
        {
            await _module.InvokeVoidAsync(function, arguments);
        }
        catch (Exception exception) when (IsLeaving(exception))
        {
            // What was asked for is of no use to anybody any more.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }

    // The browser is gone; or the page is, and with it the element or the module that the call was about.
    private bool IsLeaving(Exception exception) =>
        exception is JSDisconnectedException || (_left && exception is JSException);
}
