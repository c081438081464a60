using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Worker.Loops;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.JobLogs;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Worker.Reconciling;

/// <summary>From audio that came after its job had ended to an offer: fetched, checked and stored like any other, then written down
/// together with the attempt's settlement. A crash in between leaves an object that the next try writes again.</summary>
internal sealed class LateDelivery(SoundFoundryDb db, MediaDownload download, IAudioStore store, JobLog log, Hints hints)
{
    /// <summary>Providers keep what they made for an hour or a day; what could not be fetched for so long is gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <exception cref="IOException">The store or this disk can't take it now; it may be tried again.</exception>
    public async Task<Finding> DeliverAsync(Attempt attempt, Finding.Finished finished, CancellationToken cancellationToken)
    {
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == attempt.JobId, cancellationToken);
        var track = await db.Tracks.AsNoTracking().SingleAsync(t => t.Id == job.TrackId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await IsMineAsync(attempt, cancellationToken)) return new Finding.Open();

        // The lock is all that it holds, and a download may take longer than a session may be idle in a transaction.
        await db.Database.ExecuteSqlAsync($"SET LOCAL idle_in_transaction_session_timeout = '15min'", cancellationToken);
        using var workspace = new Workspace();
        var failure = await download.SaveAsync(finished.Audio, attempt.Provider, workspace.Path, cancellationToken);
        if (failure is not null && await MayComeAsync(attempt, failure, cancellationToken)) return new Finding.Open();

        var (artifact, objection) = failure is null
            ? await InspectAsync(attempt, job, track, finished.Model, workspace.Path, cancellationToken)
            : (null, failure.Reason);
        if (artifact is not null)
        {
            await using var content = File.OpenRead(workspace.Path);
            await store.PutAsync(artifact.Key, content, cancellationToken);
            var credits = Charge.Of(job.QuotedCredits, finished.Model, track.DurationSeconds);
            if (!await db.OfferAsync(attempt, artifact, credits, cancellationToken)) objection = "nobody could be offered it any more";
        }

        // Whatever came of it, it is not asked about and fetched again.
        if (objection is not null) await db.ReconcileAsync(attempt.Id, AttemptOutcome.Succeeded, attempt.ExpectedUsdMicros, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (objection is not null) return new Finding.Settled($"rendered, and not used: {objection}");

        await AnnounceAsync(attempt, track, cancellationToken);
        return new Finding.Settled("rendered after all, and offered to the user");
    }

    private async Task<bool> IsMineAsync(Attempt attempt, CancellationToken cancellationToken) =>
        await db.TryTakeAsync(Errand.LateDelivery, attempt.Id, cancellationToken)
        && await db.Attempts.AnyAsync(a => a.Id == attempt.Id && a.ReconciledAt == null, cancellationToken);

    private Task<bool> MayComeAsync(Attempt attempt, Failure failure, CancellationToken cancellationToken) =>
        failure is { Code: "download_failed", Class: FailureClass.Artifact }
            ? db.Database.SqlQuery<bool>($"""SELECT ended_at > now() - {Patience} AS "Value" FROM attempts WHERE id = {attempt.Id}""")
                .SingleAsync(cancellationToken)
            : Task.FromResult(false);

    private static async Task<(Artifact? Artifact, string? Objection)> InspectAsync(
        Attempt attempt, Job job, Track track, MusicModel model, string path, CancellationToken cancellationToken)
    {
        try
        {
            var facts = await AudioInspector.InspectAsync(path, cancellationToken);
            if (Promise.Objection(facts, model, RenderRequest.Of(track)) is { } objection) return (null, objection);
            return (facts.ToArtifact(AudioKey.ForLate(job.UserId, track.Id, job.Id, attempt.Id, facts.Extension)), null);
        }
        catch (InvalidDataException exception)
        {
            return (null, exception.Message);
        }
    }

    private async Task AnnounceAsync(Attempt attempt, Track track, CancellationToken cancellationToken)
    {
        hints.JobChanged(track.UserId, attempt.JobId);
        await log.InformAsync(
            attempt.JobId, $"{attempt.Provider} finished this after all; it is offered, and costs nothing unless it is taken",
            attempt.Provider, attempt.Number, cancellationToken);
    }
}
