using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Sections;

/// <summary>A part of a page that reads itself again every few seconds, as long as somebody looks at it.</summary>
public abstract class PolledPart : PagePart
{
    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected virtual TimeSpan Interval => TimeSpan.FromSeconds(3);

    /// <summary>An order would be lost, or come twice.</summary>
    protected bool TakesNoOrder => Busy || !RendererInfo.IsInteractive;

    /// <summary>Whether what is shown came with the page, so that there is no need to ask at once.</summary>
    protected abstract bool HasRead { get; }

    private bool Busy { get; set; }

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
        if (firstRender) Begin(PollAsync);
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await ReadAsync(cancellationToken);
            StateHasChanged();
        }
    }
}
