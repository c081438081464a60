using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.JobLogs;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Asks a provider about its work until that ends, or the time for it does. A callback cuts a wait short; what counts is the answer.</summary>
internal sealed class Following(
    SoundFoundryDb db, CallbackWaits calls, IOptions<RemoteOptions> options, JobLog log, Random random, TimeProvider clock)
{
    /// <summary>How long a provider that took the work may deny it: keys are changed and locks flap.</summary>
    private static readonly TimeSpan DenialsBelievedAfter = TimeSpan.FromSeconds(30);

    /// <summary>What a worker gets that comes to the work after its time, so that one unclear answer does not cost what may be finished.</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(30);

    /// <summary>A result that answers 5xx may be the work's own end, or a door that stuck. Asking again is free, a render is not.</summary>
    private const int FaultsBelieved = 3;

    /// <returns><see cref="RemoteState.Finished"/> or <see cref="RemoteState.Failed"/>.</returns>
    public async Task<RemoteState> ToTheEndAsync(IProviderWire wire, RenderTask task, RemoteHandle handle, CancellationToken cancellationToken)
    {
        var left = await db.TimeLeftAsync(task.Attempt.Id, options.Value.RenderTimeout, cancellationToken);
        if (task.Attempt.Handle is not null && left < SecondLook) left = SecondLook;
        var begun = clock.GetTimestamp();
        var pace = new PollPace(random);
        var (faults, unclear) = (0, 0);
        long? deniedSince = null;
        while (true)
        {
            var state = await wire.AskAsync(task.Model, handle, cancellationToken);
            deniedSince = state is RemoteState.Denied ? deniedSince ?? clock.GetTimestamp() : null;
            faults = state is RemoteState.Failed { Failure.Class: FailureClass.Provider } ? faults + 1 : 0;
            unclear = state is RemoteState.Unclear ? unclear + 1 : 0;
            switch (state)
            {
                case RemoteState.Failed when faults is > 0 and < FaultsBelieved:
                    break;
                case RemoteState.Finished or RemoteState.Failed:
                    return state;
                case RemoteState.Denied denied when clock.GetElapsedTime(deniedSince!.Value) > DenialsBelievedAfter:
                    return new RemoteState.Failed(denied.Failure with { Class = FailureClass.Unknown });
                case RemoteState.Queued queued:
                    task.Progress.Say(JobStages.WaitingAtProvider, queued.Position);
                    break;
                case RemoteState.Running running:
                    task.Progress.Say(JobStages.Rendering);
                    task.Progress.Report(running.Progress ?? 0);
                    break;
                case RemoteState.Unclear nothing when unclear == 1:
                    await log.WarnAsync(
                        task.Attempt.JobId, $"{wire.Name} gave no answer about its work ({nothing.Reason}); asking on", wire.Name,
                        task.Attempt.Number, cancellationToken);
                    break;
            }

            if (clock.GetElapsedTime(begun) > left) return new RemoteState.Failed(TimedOut(wire.Name));
            await calls.WaitAsync(task.Attempt.Token, pace.Next(), cancellationToken);
        }
    }

    private static Failure TimedOut(string provider) => new(
        FailureClass.TimedOut, "timeout", $"{provider} did not finish in time (Remote:RenderTimeout, Worker:RenderDeadline)");
}
