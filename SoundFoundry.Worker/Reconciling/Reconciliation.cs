using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Reconciling;

/// <summary>What a provider made of one attempt that nobody waits for any more. What still runs there is stopped: its audio has no taker.</summary>
/// <remarks>Only questions to providers are cut short by the token; what they said is written down.</remarks>
internal sealed class Reconciliation(SoundFoundryDb db, IEnumerable<IProviderWire> wires, ModelCatalog catalog)
{
    private static readonly Finding Open = new Finding.Open();

    public async Task<Finding> SettleAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (wires.SingleOrDefault(w => w.Name == attempt.Provider) is not { } wire) return Open;
        if (catalog.Find(attempt.Provider, attempt.Model) is not { } model) return Open;

        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == attempt.JobId, CancellationToken.None);
        var track = await db.Tracks.AsNoTracking().SingleAsync(t => t.Id == job.TrackId, CancellationToken.None);
        var handle = attempt.Handle;
        if (handle is null)
        {
            if (track.IsErased) return Open; // it can't be looked for by words that are gone, and not finding it would prove nothing
            switch (await wire.FindAsync(LostSubmit.Of(db, attempt, model, RenderRequest.Of(track)), cancellationToken))
            {
                case SearchAnswer.Found found:
                    if (!await db.RecordAcceptedAsync(attempt.Id, found.Handle, CancellationToken.None)) return Open;
                    handle = found.Handle;
                    break;
                case SearchAnswer.NotThere when job.ModelsVersion == catalog.Version: // else we would look for words that were never sent
                    return await EndAsync(attempt, AttemptOutcome.Failed, 0, "the provider never took it");
                default:
                    return Open;
            }
        }

        switch (await wire.AskAsync(model, handle, cancellationToken))
        {
            case RemoteState.Finished when !job.Status.IsFinal():
                return Open; // its job may still fail, and then this is all there is
            case RemoteState.Finished when track.DeletedAt is not null:
                return await EndAsync(
                    attempt, AttemptOutcome.Succeeded, attempt.ExpectedUsdMicros, "rendered, and not used: the track was deleted");
            case RemoteState.Finished finished:
                return new Finding.Finished(model, finished.Audio);
            case RemoteState.Failed failed:
                var cost = FailurePolicy.MayBeBilled(failed.Failure) ? attempt.ExpectedUsdMicros : 0;
                return await EndAsync(attempt, AttemptOutcome.Failed, cost, failed.Failure.Reason);
            case RemoteState.Denied { Failure.Class: not FailureClass.Account } denied:
                return await EndAsync(attempt, AttemptOutcome.Failed, attempt.ExpectedUsdMicros, denied.Failure.Reason);
            case RemoteState.Queued or RemoteState.Running:
                await wire.CancelAsync(handle, cancellationToken);
                return Open;
            default:
                return Open;
        }
    }

    private async Task<Finding> EndAsync(Attempt attempt, AttemptOutcome outcome, long costUsdMicros, string words)
    {
        await db.ReconcileAsync(attempt.Id, outcome, costUsdMicros, CancellationToken.None);
        return new Finding.Settled(words);
    }
}
