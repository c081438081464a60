using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>Brings what became of jobs to the rows that show them.</summary>
public sealed class TrackNews
{
    private readonly ApiClient _api;
    private readonly TrackRows _rows;
    private readonly Announcements _say;

    internal TrackNews(ApiClient api, TrackRows rows, Announcements say) => (_api, _rows, _say) = (api, rows, say);

    /// <returns>Whether a row of this page is meant.</returns>
    public async Task<bool> ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        if (_rows.Find(job.TrackId) is not { } before) return false;
        var after = before.With(job);
        if (ReferenceEquals(after, before)) return true;
        _rows.Put(after);
        if (after.Late.Count > before.Late.Count) _rows.Announce(_say.Late(after.Late[^1]));
        if (after.Status == before.Status) return true;
        _rows.Announce(_say.Of(after));
        if (after.Status == JobStatus.Complete) await ReadTrackAsync(job.TrackId, cancellationToken);
        return true;
    }

    public async Task ReadJobAsync(long jobId, CancellationToken cancellationToken)
    {
        if (await _api.JobAsync(jobId, cancellationToken) is Answer<Job>.Ok ok) await ApplyAsync(ok.Value, cancellationToken);
    }

    private async Task ReadTrackAsync(long trackId, CancellationToken cancellationToken)
    {
        var answer = await _api.TrackAsync(trackId, cancellationToken);
        if (answer is Answer<Track>.Ok ok && _rows.Find(trackId) is { } row) _rows.Put(row with { Track = ok.Value });
    }
}
