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
    /// <returns>What was found, in words for the operator; null if that is still open.</returns>
    public async Task<string?> SettleAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (wires.SingleOrDefault(w => w.Name == attempt.Provider) is not { } wire) return null;
        if (catalog.Find(attempt.Provider, attempt.Model) is not { } model) return null;

        var handle = attempt.Handle;
        if (handle is null)
        {
            var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == attempt.JobId, CancellationToken.None);
            var track = await db.Tracks.AsNoTracking().SingleAsync(t => t.Id == job.TrackId, CancellationToken.None);
            switch (await wire.FindAsync(LostSubmit.Of(db, attempt, model, RenderRequest.Of(track)), cancellationToken))
            {
                case SearchAnswer.Found found:
                    if (!await db.RecordAcceptedAsync(attempt.Id, found.Handle, CancellationToken.None)) return null;
                    handle = found.Handle;
                    break;
                case SearchAnswer.NotThere when job.ModelsVersion == catalog.Version: // else we would look for words that were never sent
                    return await EndAsync(attempt, AttemptOutcome.Failed, 0, "the provider never took it");
                default:
                    return null;
            }
        }

        switch (await wire.AskAsync(model, handle, cancellationToken))
        {
            case RemoteState.Finished:
                return await EndAsync(
                    attempt, AttemptOutcome.Succeeded, attempt.ExpectedUsdMicros, "rendered, and not used");
            case RemoteState.Failed failed:
                var cost = FailurePolicy.MayBeBilled(failed.Failure.Class) ? attempt.ExpectedUsdMicros : 0;
                return await EndAsync(attempt, AttemptOutcome.Failed, cost, failed.Failure.Reason);
            case RemoteState.Denied { Failure.Class: not FailureClass.Account } denied:
                return await EndAsync(attempt, AttemptOutcome.Failed, attempt.ExpectedUsdMicros, denied.Failure.Reason);
            case RemoteState.Queued or RemoteState.Running:
                await wire.CancelAsync(handle, cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private async Task<string> EndAsync(Attempt attempt, AttemptOutcome outcome, long costUsdMicros, string finding)
    {
        await db.ReconcileAsync(attempt.Id, outcome, costUsdMicros, CancellationToken.None);
        return finding;
    }
}
