using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.JobLogs;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Looks for work whose submit got no answer: in our own row, where a callback or a slow worker may have left the provider's id,
/// and in the provider's list, where there is one.</summary>
internal sealed class Search(SoundFoundryDb db, CallbackWaits calls, IOptions<RemoteOptions> options, JobLog log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Time for others to save what they were just given, lest it be taken for ours.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(3);

    public static Failure UnknownOutcome(string provider) => new(
        FailureClass.Unknown, "unknown_outcome", $"{provider} did not answer and may be working on it; it is not asked a second time");

    /// <returns>Null if it was not found in time.</returns>
    public async Task<RemoteHandle?> FindAsync(IProviderWire wire, RenderTask task, CancellationToken cancellationToken)
    {
        task.Progress.Say(JobStages.Searching);
        var lost = LostSubmit.Of(db, task.Attempt, task.Model, task.Request);
        for (var wait = FirstLook; ; wait = BetweenLooks)
        {
            var left = await db.SearchTimeLeftAsync(task.Attempt.Id, options.Value.UnknownOutcomeWait, cancellationToken);
            if (left > TimeSpan.Zero) await calls.WaitAsync(task.Attempt.Token, left < wait ? left : wait, cancellationToken);
            if (await LookAsync(wire, task.Attempt, lost, cancellationToken) is { } handle)
            {
                await log.InformAsync(
                    task.Attempt.JobId, $"Found at {wire.Name}, attempt={task.Attempt.Number}", wire.Name, task.Attempt.Number, cancellationToken);
                return handle;
            }

            if (left <= TimeSpan.Zero) return null;
        }
    }

    private async Task<RemoteHandle?> LookAsync(IProviderWire wire, Attempt attempt, LostSubmit lost, CancellationToken cancellationToken)
    {
        var row = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attempt.Id, cancellationToken);
        if (row.Handle is not null) return row.Handle;
        if (await wire.FindAsync(lost, cancellationToken) is not SearchAnswer.Found found) return null;
        return await db.RecordAcceptedAsync(attempt.Id, found.Handle, cancellationToken) ? found.Handle : null;
    }
}
