using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Live;

/// <summary>What is being made, and what was lately; newest first. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class LiveTracks
{
    /// <summary>How many are shown when nothing more is at work.</summary>
    private const int Shown = 12;

    private readonly ApiClient _api;
    private readonly TrackRows _known = new();
    private readonly TrackNews _news;
    private readonly Dictionary<long, JobStatus> _asked = [];

    internal LiveTracks(ApiClient api, Announcements say)
    {
        _api = api;
        _news = new TrackNews(api, _known, say);
        Actions = new TrackActions(api, _known, _news, say);
    }

    public event Action? Changed
    {
        add => _known.Changed += value;
        remove => _known.Changed -= value;
    }

    /// <summary>Something worth saying aloud happened.</summary>
    public event Action<string>? Announced
    {
        add => _known.Announced += value;
        remove => _known.Announced -= value;
    }

    public TrackActions Actions { get; }

    public IReadOnlyList<TrackRow> Rows => [.. _known.All.OrderByDescending(row => row.Track.Id)];

    /// <summary>Why they could not be read.</summary>
    public string? Notice { get; private set; }

    public (IReadOnlyList<Track> Tracks, IReadOnlyList<Job> Jobs) Save()
    {
        var rows = Rows.Where(row => !row.Deleted).ToList();
        return ([.. rows.Select(row => row.Track.Brief())], [.. rows.Select(row => row.Job).OfType<Job>()]);
    }

    public void Restore(IEnumerable<Track> tracks, IEnumerable<Job> jobs)
    {
        var byId = jobs.ToDictionary(job => job.Id);
        foreach (var track in tracks) _known.Put(new TrackRow(track, byId.GetValueOrDefault(track.JobId)));
    }

    /// <summary>Reads what there is; also what may have been missed while nobody listened.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var atWork = _api.AtWorkAsync(Shown, cancellationToken);
        var newest = await _api.NewestAsync(Shown, cancellationToken);
        Notice = (newest as Answer<TrackPage>.Refused)?.Problem.InWords;
        foreach (var page in new[] { newest, await atWork }.OfType<Answer<TrackPage>.Ok>())
        {
            foreach (var track in page.Value.Tracks.Where(track => _known.Find(track.Id) is null)) _known.Put(new TrackRow(track));
        }

        var open = Rows.Where(row => row.Track.Status != JobStatus.Complete && !(row.Job is { } job && job.Status.IsFinal()));
        await Task.WhenAll(open.Select(row => _news.ReadJobAsync(row.Track.JobId, cancellationToken)));
        Trim();
    }

    /// <summary>Shows tracks that were just made, without waiting for their events.</summary>
    public async Task AddAsync(IEnumerable<long> trackIds, CancellationToken cancellationToken)
    {
        foreach (var trackId in trackIds)
        {
            if (await _api.TrackAsync(trackId, cancellationToken) is not Answer<Track>.Ok { Value: var track }) continue;
            if (_known.Find(trackId) is null) _known.Put(new TrackRow(track));
            if (track.Status != JobStatus.Complete) await _news.ReadJobAsync(track.JobId, cancellationToken);
        }

        Trim();
    }

    public async Task ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        if (await _news.ApplyAsync(job, cancellationToken)) return;
        var isNews = job.Status == JobStatus.Rendering || job.TrackId > _known.All.Select(row => row.Track.Id).DefaultIfEmpty().Max();
        if (!isNews || (_asked.TryGetValue(job.TrackId, out var status) && status == job.Status)) return;

        // Once for each status: one that can't be read, such as a deleted one, goes on telling its progress.
        _asked[job.TrackId] = job.Status;
        await AddAsync([job.TrackId], cancellationToken);
    }

    /// <summary>What is still being made stays, however old.</summary>
    private void Trim()
    {
        foreach (var row in Rows.Skip(Shown).Where(row => row.Status.IsFinal() && !row.Deleted)) _known.Remove(row.Track.Id);
        _known.Touch();
    }
}
