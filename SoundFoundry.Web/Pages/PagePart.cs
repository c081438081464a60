using Microsoft.AspNetCore.Components;

namespace SoundFoundry.Web.Pages;

/// <summary>A part of a page that does something by itself, for as long as the page is looked at.</summary>
public abstract class PagePart : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _life = new();

    protected PagePart() => Life = _life.Token;

    /// <summary>Ends when the page is left; may be asked for after that, too.</summary>
    protected CancellationToken Life { get; }

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        _life.Dispose();
        await LeaveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what else it holds.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>Begins what nobody waits for. It ends with the page; should it fail, the circuit is told.</summary>
    protected void Begin(Func<CancellationToken, Task> work) => _ = EndAsync(work);

    private async Task EndAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Life);
        }
        catch (OperationCanceledException) when (Life.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            // A fault of ours: the circuit shows and logs it.
            await DispatchExceptionAsync(exception);
        }
    }
}
