using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Events;

/// <summary>A part of a page that is told what becomes of the user's jobs, from its first rendering in the browser on.</summary>
public abstract class LivePart : PagePart, IJobListener
{
    /// <summary>Whether changes arrive by themselves just now.</summary>
    protected bool Live { get; private set; } = true;

    [Inject]
    private JobEvents Events { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Begin(cancellationToken => Events.FollowAsync(this, cancellationToken));
    }

    /// <summary>Asks for what may have been missed while nobody listened.</summary>
    protected virtual Task CatchUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task HearAsync(Job job, CancellationToken cancellationToken);

    Task IJobListener.ConnectedAsync(CancellationToken cancellationToken)
    {
        Live = true;
        StateHasChanged();
        return CatchUpAsync(cancellationToken);
    }

    Task IJobListener.ChangedAsync(Job job, CancellationToken cancellationToken) => HearAsync(job, cancellationToken);

    Task IJobListener.DisconnectedAsync(CancellationToken cancellationToken)
    {
        Live = false;
        StateHasChanged();
        return Task.CompletedTask;
    }
}
