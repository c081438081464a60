using Microsoft.JSInterop;

namespace SoundFoundry.Tests.Web.Pages;

/// <summary>A browser that reads a module when the test says so.</summary>
internal sealed class SlowBrowser : IJSRuntime
{
    public TaskCompletionSource<IJSObjectReference> Import { get; } = new();

    public SlowModule Module { get; } = new();

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => (TValue)await Import.Task;

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);
}
