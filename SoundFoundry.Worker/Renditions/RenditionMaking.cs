using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.Inspection;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Renditions;

/// <summary>One try from the claim to the row.</summary>
internal sealed partial class RenditionMaking(
    SoundFoundryDb db, IAudioStore store, RenditionMaker maker, RenditionMetrics metrics, Hints hints, TimeProvider clock,
    ILogger<RenditionMaking> logger)
{
    /// <summary>The fetch, the encoder's own limit, and the put.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task MakeAsync(ClaimedRendition claimed, CancellationToken cancellationToken)
    {
        using var activity = StartFrom(claimed.TraceParent, Spans.Rendition, ActivityKind.Consumer);
        activity?.SetTag(Tags.RenditionKind, claimed.Kind.Name()).SetTag(Tags.JobId, claimed.JobId);
        var begun = clock.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var outcome = await TryAsync(claimed, limit.Token);
            metrics.Made(clock.GetElapsedTime(begun), claimed.Kind, outcome);
            activity?.SetTag(Tags.Outcome, outcome);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await db.HandBackAsync(claimed, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // A server is away, there is no time or room, or something nobody thought of: it is tried again, and not for ever.
            Log.PutOff(logger, claimed.Id, claimed.Attempts, exception);
            metrics.Made(clock.GetElapsedTime(begun), claimed.Kind, "put off");
            await PutOffAsync(claimed);
        }

        hints.RenditionEnded(claimed.Id);
    }

    private Task PutOffAsync(ClaimedRendition claimed) => claimed.Attempts < RenditionClaims.Tries
        ? db.PutOffAsync(claimed, Pause * claimed.Attempts, CancellationToken.None)
        : FailAsync(claimed, RenditionErrors.Interrupted, RenditionReasons.Interrupted);

    private async Task<string> TryAsync(ClaimedRendition claimed, CancellationToken cancellationToken)
    {
        try
        {
            return await MakeAndStoreAsync(claimed, cancellationToken);
        }
        catch (FfmpegMissingException)
        {
            return await FailAsync(claimed, RenditionErrors.NoEncoder, RenditionReasons.NoEncoder);
        }
        catch (InvalidDataException exception) when (exception.InnerException is not TimeoutException)
        {
            Log.CouldNot(logger, claimed.Id, claimed.JobId, exception.GetBaseException().Message);
            return await FailAsync(claimed, RenditionErrors.Failed, RenditionReasons.Failed);
        }
    }

    private async Task<string> MakeAndStoreAsync(ClaimedRendition claimed, CancellationToken cancellationToken)
    {
        var (kind, fence) = (claimed.Kind, claimed.Fence);
        var job = await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == claimed.JobId, cancellationToken);
        var track = await db.Tracks.AsNoTracking().SingleAsync(track => track.Id == job.TrackId, cancellationToken);
        if (track.DeletedAt is not null || job.Artifact is not { } artifact)
        {
            await db.DropAsync(claimed, CancellationToken.None);
            return "dropped";
        }

        var key = AudioKey.ForRendition(job.UserId, job.TrackId, job.Id, kind, fence);
        var bytes = await maker.MakeAsync(kind, track, artifact, key, cancellationToken);
        if (await db.RecordMadeAsync(claimed, RenditionStamp.Of(kind, track), key, bytes, CancellationToken.None)) return "made";

        await store.DeleteAsync(key, CancellationToken.None);
        return "withdrawn";
    }

    private async Task<string> FailAsync(ClaimedRendition claimed, string code, string reason)
    {
        await db.RecordFailedAsync(claimed, code, reason, CancellationToken.None);
        return code;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2501, Level = LogLevel.Warning, Message = "Rendition {RenditionId} is tried again after try {Attempt}.")]
        public static partial void PutOff(ILogger logger, long renditionId, int attempt, Exception exception);

        [LoggerMessage(EventId = 2502, Level = LogLevel.Warning, Message = "Rendition {RenditionId} of job {JobId} could not be made: {Reason}")]
        public static partial void CouldNot(ILogger logger, long renditionId, long jobId, string reason);
    }
}
