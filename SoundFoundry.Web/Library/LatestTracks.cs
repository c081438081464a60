using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>The newest tracks, page by page. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class LatestTracks
{
    private readonly ApiClient _api;
    private readonly TrackRows _known = new();
    private readonly TrackNews _news;
    private readonly List<long> _ids = [];

    internal LatestTracks(ApiClient api)
    {
        _api = api;
        _news = new TrackNews(api, _known);
        Actions = new TrackActions(api, _known, _news);
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

    public IEnumerable<TrackRow> Rows => _ids.Select(_known.Find).OfType<TrackRow>();

    public string? Search { get; private set; }

    public string? NextCursor { get; private set; }

    /// <summary>Why the list could not be read.</summary>
    public string? Notice { get; private set; }

    /// <summary>Null unless the rows are the newest of all: whoever continues then reads for himself.</summary>
    public LibrarySnapshot? ToSnapshot(ProviderList? providers)
    {
        if (Notice is not null || Search is not null) return null;
        var rows = Rows.Where(row => !row.Deleted).ToList();
        return new([.. rows.Select(row => row.Track)], [.. rows.Select(row => row.Job).OfType<Job>()], NextCursor, providers);
    }

    public void Restore(LibrarySnapshot snapshot)
    {
        var jobs = snapshot.Jobs.ToDictionary(job => job.Id);
        foreach (var track in snapshot.Tracks) Add(new TrackRow(track, jobs.GetValueOrDefault(track.JobId)));
        NextCursor = snapshot.NextCursor;
    }

    public async Task SearchAsync(string? search, CancellationToken cancellationToken)
    {
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim();
        await ReadPageAsync(cursor: null, cancellationToken);
    }

    public Task MoreAsync(CancellationToken cancellationToken) => ReadPageAsync(NextCursor, cancellationToken);

    /// <summary>Shows tracks that were just made, without waiting for their events.</summary>
    public async Task AddAsync(IEnumerable<long> trackIds, CancellationToken cancellationToken)
    {
        foreach (var trackId in trackIds)
        {
            if (await _api.TrackAsync(trackId, cancellationToken) is not Answer<Track>.Ok { Value: var track }) continue;
            if (_known.Find(trackId) is null) Add(new TrackRow(track));
            if (track.Status != JobStatus.Complete) await _news.ReadJobAsync(track.JobId, cancellationToken);
        }
    }

    public async Task ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        if (!await _news.ApplyAsync(job, cancellationToken) && Search is null && IsNew(job.TrackId)) await AddAsync([job.TrackId], cancellationToken);
    }

    /// <summary>Asks for what may have been missed while nobody listened.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (Notice is not null) await SearchAsync(Search, cancellationToken);
        else if (Search is null && await _api.ListAsync(null, null, cancellationToken) is Answer<TrackPage>.Ok { Value: var newest })
            await AddAsync(newest.Tracks.Select(track => track.Id).Where(IsNew).Order().ToList(), cancellationToken);

        foreach (var row in Rows.Where(row => !row.Status.IsFinal()).ToList()) await _news.ReadJobAsync(row.Track.JobId, cancellationToken);
    }

    private async Task ReadPageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var search = Search;
        var answer = await _api.ListAsync(search, cursor, cancellationToken);
        if (search != Search) return;
        Notice = (answer as Answer<TrackPage>.Refused)?.Problem.InWords;
        if (answer is Answer<TrackPage>.Ok { Value: var page })
        {
            if (cursor is null) _ids.Clear();
            foreach (var track in page.Tracks.Where(track => !_ids.Contains(track.Id))) Add(new TrackRow(track));
            NextCursor = page.NextCursor;
            await Task.WhenAll(page.Tracks.Where(track => track.Status != JobStatus.Complete)
                .Select(track => _news.ReadJobAsync(track.JobId, cancellationToken)));
        }

        _known.Touch();
    }

    /// <summary>In its place: the newest is first.</summary>
    private void Add(TrackRow row)
    {
        var place = _ids.FindIndex(trackId => trackId < row.Track.Id);
        _ids.Insert(place < 0 ? _ids.Count : place, row.Track.Id);
        _known.Put(row);
    }

    private bool IsNew(long trackId) => _ids.Count == 0 || trackId > _ids[0];
}
