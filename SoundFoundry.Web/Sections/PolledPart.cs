using Microsoft.AspNetCore.Components;

namespace SoundFoundry.Web.Sections;

/// <summary>A part of a page that reads itself again every few seconds, as long as somebody looks at it.</summary>
public abstract class PolledPart : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _life = new();

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected virtual TimeSpan Interval => TimeSpan.FromSeconds(3);

    /// <summary>Ends when the page is left.</summary>
    protected CancellationToken Life => _life.Token;

    /// <summary>An order would be lost, or come twice.</summary>
    protected bool TakesNoOrder => Busy || !RendererInfo.IsInteractive;

    /// <summary>Whether what is shown came with the page, so that there is no need to ask at once.</summary>
    protected abstract bool HasRead { get; }

    private bool Busy { get; set; }

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task ReadAsync(CancellationToken cancellationToken);

    /// <summary>Does one thing at a time.</summary>
    protected async Task RunAsync(Func<Task> order)
    {
        Busy = true;
        try
        {
            await order();
        }
        finally
        {
            Busy = false;
        }
    }

    protected override Task OnInitializedAsync() => HasRead ? Task.CompletedTask : ReadAsync(Life);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = FollowAsync(Life);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await InvokeAsync(async () =>
                {
                    await ReadAsync(cancellationToken);
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
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
