using Microsoft.JSInterop;

namespace SoundFoundry.Tests.Web.Pages;

/// <summary>A module that answers when the test says so.</summary>
internal sealed class SlowModule : IJSObjectReference
{
    public TaskCompletionSource<object?> Answer { get; } = new();

    public List<string> Calls { get; } = [];

    public bool IsDisposed { get; private set; }

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        Calls.Add(identifier);
        return (TValue)(await Answer.Task)!;
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
