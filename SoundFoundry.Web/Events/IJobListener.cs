using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Events;

internal interface IJobListener
{
    /// <summary>The stream is open: every change from now on is told. What was shown before may be stale.</summary>
    Task ConnectedAsync(CancellationToken cancellationToken);

    Task ChangedAsync(Job job, CancellationToken cancellationToken);

    /// <summary>Nothing is told for a while; the stream is being opened again.</summary>
    Task DisconnectedAsync(CancellationToken cancellationToken);
}
