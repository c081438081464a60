using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Create;

/// <summary>js/create-form.js, for one form. It works on what the browser shows: what is asked of it waits for the next rendering.</summary>
internal sealed class FormScript(IJSRuntime browser) : IAsyncDisposable
{
    private readonly PageScript _module = new(browser, "./js/create-form.js");
    private bool _keeps;
    private bool _shows;
    private bool _focuses;

    /// <returns>What the browser kept of an earlier visit, by the names of the form's controls; null if the page was left.</returns>
    public Task<Dictionary<string, string>?> AttachAsync(ElementReference form) => _module.AttachAsync<Dictionary<string, string>>(form);

    /// <summary>What was filled in, and not typed, is to be kept by the browser too.</summary>
    public void Keep() => _keeps = true;

    /// <summary>And is to be looked at.</summary>
    public void KeepAndShow() => _keeps = _shows = true;

    public void FocusFirstError() => _focuses = true;

    /// <returns>Whether the browser keeps anew what stands in the form.</returns>
    public async Task<bool> FollowAsync(ElementReference form)
    {
        var (keeps, shows, focuses) = (_keeps, _shows, _focuses);
        _keeps = _shows = _focuses = false;
        if (keeps) await _module.CallAsync("keep", form, shows);
        if (focuses) await _module.CallAsync("focusFirstError", form);
        return keeps;
    }

    public ValueTask DisposeAsync() => _module.DisposeAsync();
}
