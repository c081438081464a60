using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>The library, and what is asked of it.</summary>
public sealed class LibraryTracks : TrackList
{
    /// <summary>The last that was heard of tracks that are not in the list: a job tells its progress several times a second.</summary>
    private readonly Dictionary<long, JobStatus> _elsewhere = [];

    internal LibraryTracks(ApiClient api, Announcements say)
        : base(api, say) => Actions = new TrackActions(api, Rows, News, say);

    public TrackActions Actions { get; }

    public LibraryFilter Filter { get; private set; } = new();

    /// <summary>Whether there are more than the page can show.</summary>
    public bool Truncated { get; private set; }

    /// <summary>What is wrong with a field of the filter, by its name.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public LibraryState? Save(ProviderList? providers)
    {
        if (Notice is not null || Wrong.Count > 0) return null;
        var rows = FirstRows;
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
        var answer = await Api.TrackIdsAsync(filter, cancellationToken);
        if (filter != Filter) return;
        var problem = (answer as Answer<TrackIds>.Refused)?.Problem;
        Wrong = problem?.Errors?.Where(error => error.Key is "q" or "tag").ToDictionary(error => error.Key, error => error.Value[0]) ?? [];
        if (answer is not Answer<TrackIds>.Ok { Value: var list })
        {
            Notice = Wrong.Count > 0 ? null : problem?.InWords;
            Rows.Touch();
            return;
        }

        Truncated = list.Truncated;
        await TakeAsync(list.Ids, cancellationToken);
    }

    /// <returns>Whether the list itself may be another one now.</returns>
    public async Task<bool> ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        var before = Rows.Find(job.TrackId)?.Status;
        if (!await News.ApplyAsync(job, cancellationToken)) return Window.PlaceOf(job.TrackId) < 0 && IsNews(job);
        return Filter.Status is not null && before != job.Status;
    }

    /// <summary>Asks for what may have been missed while nobody listened.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var open = Window.Rows.Where(row => !row.Status.IsFinal()).ToList();
        await Task.WhenAll(open.Select(row => News.ReadJobAsync(row.Track.JobId, cancellationToken)));
    }

    /// <returns>The tracks that it was done to; why not to all is told.</returns>
    public async Task<IReadOnlySet<long>> ChangeAsync(string action, IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        Notice = null;
        foreach (var chunk in trackIds.Chunk(ListCalls.Bulk))
        {
            switch (await Api.ChangeAllAsync(action, chunk, cancellationToken))
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
