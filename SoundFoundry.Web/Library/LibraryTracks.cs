using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>The library as one page looks at it. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class LibraryTracks
{
    private readonly ApiClient _api;
    private readonly TrackNews _news;

    /// <summary>The last that was heard of tracks that are not in the list: a job tells its progress several times a second.</summary>
    private readonly Dictionary<long, JobStatus> _elsewhere = [];

    internal LibraryTracks(ApiClient api, Announcements say)
    {
        _api = api;
        _news = new TrackNews(api, Rows, say);
        Actions = new TrackActions(api, Rows, _news, say);
        Window = new TrackWindow(api, Rows, _news);
    }

    public TrackRows Rows { get; } = new();

    public TrackActions Actions { get; }

    public TrackWindow Window { get; }

    public LibraryFilter Filter { get; private set; } = new();

    /// <summary>Whether there are more than the page can show.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Why something could not be read or done.</summary>
    public string? Notice { get; private set; }

    /// <summary>What is wrong with a field of the filter, by its name.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public LibraryState? Save(ProviderList? providers)
    {
        if (Notice is not null || Wrong.Count > 0) return null;
        var rows = Window.Ids.Take(TrackWindow.First).Select(Rows.Find).TakeWhile(row => row is not null).Select(row => row!).ToList();
        return new(Filter.ToQuery(), Window.Total, [.. rows.Select(row => row.Track.Brief())], [.. rows.Select(row => row.Job).OfType<Job>()], providers);
    }

    public void Restore(LibraryState state)
    {
        Filter = LibraryFilter.Parse(state.Query);
        var jobs = state.Jobs.ToDictionary(job => job.TrackId);
        foreach (var track in state.Tracks) Rows.Learn(track, jobs.GetValueOrDefault(track.Id));
        Window.Take([.. state.Tracks.Select(track => track.Id)], state.Total);
    }

    public Task ShowAsync(LibraryFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        Window.ToTop();
        return ReadAsync(cancellationToken);
    }

    /// <summary>Reads the list, and what is looked at of it. An answer to what is no longer asked changes nothing.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var filter = Filter;
        var answer = await _api.TrackIdsAsync(filter, cancellationToken);
        if (filter != Filter) return;
        var problem = (answer as Answer<TrackIds>.Refused)?.Problem;
        Wrong = problem?.Errors?.Where(error => error.Key is "q" or "tag").ToDictionary(error => error.Key, error => error.Value[0]) ?? [];
        Notice = Wrong.Count > 0 ? null : problem?.InWords;
        if (answer is Answer<TrackIds>.Ok { Value: var list })
        {
            Truncated = list.Truncated;
            Window.Take(list.Ids);
            Notice = (await Window.FillAsync(cancellationToken))?.InWords;
        }

        Rows.Touch();
    }

    public async Task LookAsync(int start, int count, CancellationToken cancellationToken)
    {
        Notice = (await Window.LookAsync(start, count, cancellationToken))?.InWords;
        if (Notice is not null) Rows.Touch();
    }

    /// <returns>Whether the list itself may be another one now.</returns>
    public async Task<bool> ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        var before = Rows.Find(job.TrackId)?.Status;
        if (!await _news.ApplyAsync(job, cancellationToken)) return Window.PlaceOf(job.TrackId) < 0 && IsNews(job);
        return Filter.Status is not null && before != job.Status;
    }

    /// <summary>Asks for what may have been missed while nobody listened.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var open = Window.Rows.Where(row => !row.Status.IsFinal()).ToList();
        await Task.WhenAll(open.Select(row => _news.ReadJobAsync(row.Track.JobId, cancellationToken)));
    }

    /// <returns>The tracks that it was done to; why not to all is told.</returns>
    public async Task<IReadOnlySet<long>> ChangeAsync(string action, IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        Notice = null;
        foreach (var chunk in trackIds.Chunk(ListCalls.Bulk))
        {
            switch (await _api.ChangeAllAsync(action, chunk, cancellationToken))
            {
                case Answer<BulkChanged>.Ok { Value: var done }:
                    changed.UnionWith(done.Changed);
                    Notice ??= done.Refused.Select(refusal => refusal.Detail).FirstOrDefault(detail => detail is not null);
                    break;
                case Answer<BulkChanged>.Refused refused:
                    Notice = refused.Problem.InWords;
                    break;
            }
        }

        return changed;
    }

    /// <summary>Why something was not done, if nothing else is to be told since.</summary>
    public void TellAgain(string? notice)
    {
        if (Notice is not null || notice is null) return;
        Notice = notice;
        Rows.Touch();
    }

    public void Remove(IReadOnlySet<long> trackIds)
    {
        Window.Remove(trackIds);
        foreach (var trackId in trackIds) Rows.Remove(trackId);
    }

    private bool IsNews(Job job)
    {
        if (_elsewhere.TryGetValue(job.TrackId, out var known) && known == job.Status) return false;
        _elsewhere[job.TrackId] = job.Status;
        return true;
    }
}
