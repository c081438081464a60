using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Tracks;

/// <summary>One track, and all that happened to it. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class TrackStory
{
    private readonly ApiClient _api;
    private readonly long _trackId;
    private readonly TrackNews _news;
    private Step? _step;

    internal TrackStory(ApiClient api, long trackId, Announcements say)
    {
        (_api, _trackId) = (api, trackId);
        _news = new TrackNews(api, Rows, say);
        Actions = new TrackActions(api, Rows, _news, say);
    }

    public TrackRows Rows { get; } = new();

    public TrackActions Actions { get; }

    public TrackRow? Row => Rows.Find(_trackId);

    /// <summary>Of all its jobs, oldest first; null while they could not be read.</summary>
    public IReadOnlyList<Attempt>? Attempts { get; private set; }

    /// <summary>Of its current job, oldest first.</summary>
    public IReadOnlyList<LogLine> Log { get; private set; } = [];

    /// <summary>Whether there is no such track of this user, or none any more.</summary>
    public bool Missing { get; private set; }

    /// <summary>Why the track could not be read.</summary>
    public string? Notice { get; private set; }

    public TrackSnapshot? ToSnapshot() => Row is { Deleted: false } row ? new(row.Track, row.Job, Attempts, Log) : null;

    public void Restore(TrackSnapshot snapshot)
    {
        (Attempts, Log) = (snapshot.Attempts, snapshot.Log);
        Rows.Put(new TrackRow(snapshot.Track, snapshot.Job));
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await _api.TrackAsync(_trackId, cancellationToken);
        var problem = (answer as Answer<Track>.Refused)?.Problem;
        Missing = problem?.Code == "not_found";
        Notice = Missing ? null : problem?.InWords;
        if (answer is Answer<Track>.Ok { Value: var track }) await TakeAsync(track, cancellationToken);
        else Rows.Touch();
    }

    /// <summary>Takes its deletion back, if there is still something to take back.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        switch (await _api.RestoreAsync(_trackId, cancellationToken))
        {
            case Answer<Track>.Ok ok:
                Missing = false;
                await TakeAsync(ok.Value, cancellationToken);
                break;
            case Answer<Track>.Refused { Problem: var problem }:
                Notice = problem.InWords;
                break;
        }
    }

    public async Task ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        if (job.TrackId != _trackId) return;
        await _news.ApplyAsync(job, cancellationToken);
        if (Row is { } row && StepOf(row) != _step) await ReadHistoryAsync(row, cancellationToken);
    }

    /// <summary>Asks for what may have been missed while nobody listened.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (Row is not { } row) await ReadAsync(cancellationToken);
        else if (!row.Status.IsFinal()) await _news.ReadJobAsync(row.Track.JobId, cancellationToken);
    }

    private async Task TakeAsync(Track track, CancellationToken cancellationToken)
    {
        Rows.Put(new TrackRow(track));
        await _news.ReadJobAsync(track.JobId, cancellationToken);
        await ReadHistoryAsync(Row!, cancellationToken);
    }

    private async Task ReadHistoryAsync(TrackRow row, CancellationToken cancellationToken)
    {
        _step = StepOf(row);
        var log = _api.LogAsync(row.Track.JobId, cancellationToken);
        if (await _api.AttemptsAsync(_trackId, cancellationToken) is Answer<IReadOnlyList<Attempt>>.Ok { Value: var attempts }) Attempts = attempts;
        if (await log is Answer<IReadOnlyList<LogLine>>.Ok { Value: var lines }) Log = lines;
        Rows.Touch();
    }

    // Progress alone writes nothing into the log.
    private static Step StepOf(TrackRow row) => new(row.Track.JobId, row.Status, row.Job?.Stage, row.Job?.Attempt);

    private sealed record Step(long JobId, JobStatus Status, string? Stage, int? Attempt);
}
