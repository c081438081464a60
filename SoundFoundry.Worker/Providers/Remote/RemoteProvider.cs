using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Leases;
using SoundFoundry.Worker.Providers.Remote.Downloads;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Renders at a provider elsewhere: submit once, find what was lost, wait for the end, fetch the audio. An attempt that has the
/// provider's id is continued from there and never submitted again.</summary>
internal sealed class RemoteProvider(
    IEnumerable<IProviderWire> wires, Submission submission, Search search, Following following, MediaDownload download) : IMusicProvider
{
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(5);

    public bool Makes(MusicModel model) => wires.Any(wire => wire.Name == model.Provider);

    public async Task<ProviderResult> RenderAsync(RenderTask task, CancellationToken cancellationToken)
    {
        var wire = wires.Single(w => w.Name == task.Model.Provider);
        var handle = task.Attempt.Handle;
        try
        {
            if (handle is null && task.Attempt is { Outcome: AttemptOutcome.Submitting, AwaitsAnswer: false })
            {
                var submitted = await submission.SendAsync(wire, task, cancellationToken);
                if (submitted is Submitted.Declined declined) return declined.Result;
                handle = (submitted as Submitted.Taken)?.Handle;
            }

            handle ??= await search.FindAsync(wire, task, cancellationToken);
            if (handle is null) return new ProviderResult.Failed(Search.UnknownOutcome(wire.Name));

            task.Progress.Say(JobStages.Rendering);
            var state = await following.ToTheEndAsync(wire, task, handle, cancellationToken);
            if (state is RemoteState.Failed failed)
            {
                if (failed.Failure.Class is FailureClass.TimedOut or FailureClass.Unknown) await CancelAsync(wire, handle);
                return new ProviderResult.Failed(failed.Failure);
            }

            var finished = (RemoteState.Finished)state;
            task.Lease.Finish();
            task.Progress.Say(JobStages.Fetching);
            var failure = await download.SaveAsync(finished.Audio, wire.Name, task.Path, cancellationToken);
            return failure is null ? new ProviderResult.Rendered() : new ProviderResult.Failed(failure);
        }
        catch (OperationCanceledException) when (task.Lease.Ended == LeaseEnd.Canceled && handle is not null)
        {
            await CancelAsync(wire, handle);
            throw;
        }
    }

    private static async Task CancelAsync(IProviderWire wire, RemoteHandle handle)
    {
        using var patience = new CancellationTokenSource(CancelPatience);
        try
        {
            await wire.CancelAsync(handle, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It did not answer in time. The work may be billed; the attempt stays listed until that is known.
        }
    }
}
