using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.JobLogs;
using SoundFoundry.Worker.Leases;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Renders;

/// <summary>From a rendered file to a completed job: checked, stored under a key of this claim, and named by the commit.</summary>
internal sealed class Delivery(SoundFoundryDb db, IAudioStore store, JobLog log, Hints hints, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(16);

    /// <returns>What is wrong with the audio, in words; null when the job is complete.</returns>
    /// <exception cref="OperationCanceledException">The claim ended first; nothing of this attempt is left in the store.</exception>
    /// <exception cref="IOException">The store refused for longer than we wait.</exception>
    public async Task<string?> DeliverAsync(
        JobLease lease, Attempt attempt, MusicModel model, RenderRequest request, string path)
    {
        var (claim, number) = (lease.Claim, attempt.Number);
        await EnterAsync(claim, JobStages.Checking, lease.Token);
        AudioFacts facts;
        try
        {
            facts = await InspectAsync(path, lease.Token);
        }
        catch (InvalidDataException exception)
        {
            return exception.Message;
        }

        if (Promise.Objection(facts, model, request) is { } objection) return objection;

        var artifact = facts.ToArtifact(AudioKey.For(claim.UserId, claim.TrackId, claim.JobId, claim.Fence, facts.Extension));
        await EnterAsync(claim, JobStages.Storing, lease.Token);
        await StoreAsync(claim, number, model, path, artifact, lease.Token);
        await SayAsync($"Stored {artifact.DurationSeconds:0.0} s of audio, {artifact.Bytes} bytes");
        if (facts.DurationSeconds < request.DurationSeconds - model.ToleranceSeconds)
            await SayAsync($"{model.Id} decides its own length: {facts.DurationSeconds:0.0} s instead of {request.DurationSeconds:0.0} s");
        if (number > 1 && await FellBackAsync(claim.JobId, model)) await SayAsync($"Fallback successful, using {model.Provider}");
        var charge = Charge.Of(claim.QuotedCredits, model, request.DurationSeconds);
        if (!await db.CompleteAsync(claim, attempt.Id, artifact, charge, CancellationToken.None))
            await WithdrawAsync(lease, artifact);
        await SayAsync("Complete");
        return null;

        Task SayAsync(string line) => log.InformAsync(claim.JobId, line, model.Provider, number, CancellationToken.None);
    }

    private static async Task<AudioFacts> InspectAsync(string path, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity(Spans.Inspect);
        return await AudioInspector.InspectAsync(path, cancellationToken);
    }

    private async Task StoreAsync(
        JobClaim claim, int number, MusicModel model, string path, Artifact artifact, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity(Spans.Store, ActivityKind.Client);
        for (var wait = TimeSpan.FromSeconds(1); ; wait *= 2)
        {
            try
            {
                await using var content = File.OpenRead(path);
                await store.PutAsync(artifact.Key, content, cancellationToken);
                return;
            }
            catch (IOException exception) when (wait <= LongestWait)
            {
                // The render is paid for: a store that is away for a moment must not cost it.
                await log.WarnAsync(
                    claim.JobId, $"{exception.Message} Trying again in {wait.TotalSeconds:0} s", model.Provider, number, cancellationToken);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <summary>The commit was refused: a cancel or another claim came first, and this object must not stay.</summary>
    private async Task WithdrawAsync(JobLease lease, Artifact artifact)
    {
        lease.End(LeaseEnd.Canceled);
        await store.DeleteAsync(artifact.Key, CancellationToken.None);
        throw new OperationCanceledException(lease.Token);
    }

    /// <summary>A later attempt may also be the first choice, asked again after a while.</summary>
    private Task<bool> FellBackAsync(long jobId, MusicModel model) =>
        db.Attempts.Where(attempt => attempt.JobId == jobId).OrderBy(attempt => attempt.Id).Take(1)
            .AnyAsync(first => first.Provider != model.Provider || first.Model != model.Name);

    private async Task EnterAsync(JobClaim claim, string stage, CancellationToken cancellationToken)
    {
        await db.ReportAsync(claim, stage, 0, cancellationToken);
        hints.JobChanged(claim.UserId, claim.JobId);
    }
}
