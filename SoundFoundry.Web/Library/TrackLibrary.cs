using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>The tracks on the page, newest first. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class TrackLibrary
{
    private readonly ApiClient _api;
    private readonly List<TrackRow> _rows = [];

    internal TrackLibrary(ApiClient api) => _api = api;

    public event Action? Changed;

    /// <summary>Something worth saying aloud happened.</summary>
    public event Action<string>? Announced;

    public IReadOnlyList<TrackRow> Rows => _rows;

    public string? Search { get; private set; }

    public string? NextCursor { get; private set; }

    /// <summary>Why the list could not be read.</summary>
    public string? Notice { get; private set; }

    /// <summary>Null unless the rows are the newest of all: whoever continues then reads for himself.</summary>
    public LibrarySnapshot? ToSnapshot(ProviderList? providers)
    {
        if (Notice is not null || Search is not null) return null;
        var rows = _rows.Where(row => !row.Deleted).ToList();
        return new([.. rows.Select(row => row.Track)], [.. rows.Select(row => row.Job).OfType<Job>()], NextCursor, providers);
    }

    public void Restore(LibrarySnapshot snapshot)
    {
        var jobs = snapshot.Jobs.ToDictionary(job => job.Id);
        _rows.AddRange(snapshot.Tracks.Select(track => new TrackRow(track, jobs.GetValueOrDefault(track.JobId))));
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
        foreach (var trackId in trackIds) await AddAsync(trackId, cancellationToken);
    }

    public async Task ApplyAsync(Job job, CancellationToken cancellationToken)
    {
        if (Find(job.TrackId) is not { } before)
        {
            if (Search is null && IsNew(job.TrackId)) await AddAsync(job.TrackId, cancellationToken);
            return;
        }

        var after = before.With(job);
        if (ReferenceEquals(after, before)) return;
        Put(after);
        if (after.Late.Count > before.Late.Count) Announced?.Invoke(TrackWords.Late(after.Late[^1]));
        if (after.Status == before.Status) return;
        Announced?.Invoke(TrackWords.Announce(after));
        if (after.Status == JobStatus.Complete) await ReadTrackAsync(job.TrackId, cancellationToken);
    }

    /// <summary>Asks for what may have been missed while nobody listened.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (Notice is not null) await SearchAsync(Search, cancellationToken);
        else if (Search is null && await _api.ListAsync(null, null, cancellationToken) is Answer<TrackPage>.Ok { Value: var newest })
            await AddAsync(newest.Tracks.Select(track => track.Id).Where(IsNew).Order().ToList(), cancellationToken);

        foreach (var row in _rows.Where(row => !row.Status.IsFinal()).ToList()) await ReadJobAsync(row.Track.JobId, cancellationToken);
    }

    public async Task CancelAsync(TrackRow row, CancellationToken cancellationToken)
    {
        switch (await _api.CancelAsync(row.Track.JobId, cancellationToken))
        {
            case Answer<Job>.Ok ok: await ApplyAsync(ok.Value, cancellationToken); break;
            case Answer<Job>.Refused refused: Tell(row, refused.Problem); break;
        }
    }

    public async Task PutFirstAsync(TrackRow row, CancellationToken cancellationToken)
    {
        switch (await _api.PutFirstAsync(row.Track.JobId, cancellationToken))
        {
            case Answer<Job>.Ok ok: await ApplyAsync(ok.Value, cancellationToken); break;
            case Answer<Job>.Refused refused: Tell(row, refused.Problem); break;
        }
    }

    public async Task RetryAsync(TrackRow row, CancellationToken cancellationToken)
    {
        switch (await _api.RetryAsync(row.Track.JobId, cancellationToken))
        {
            case Answer<Accepted>.Ok ok: await ReadJobAsync(ok.Value.JobId, cancellationToken); break;
            case Answer<Accepted>.Refused refused: Tell(row, refused.Problem); break;
        }
    }

    public async Task TakeLateAsync(TrackRow row, LateOffer offer, CancellationToken cancellationToken) =>
        Decide(row, await _api.TakeLateAsync(row.Track.Id, offer.Id, cancellationToken), $"{row.Name} is now the one by {TrackWords.Provider(offer.Provider)}.");

    public async Task DeclineLateAsync(TrackRow row, LateOffer offer, CancellationToken cancellationToken) =>
        Decide(row, await _api.DeclineLateAsync(row.Track.Id, offer.Id, cancellationToken), $"What {TrackWords.Provider(offer.Provider)} finished late was declined.");

    public async Task RenameAsync(TrackRow row, string title, CancellationToken cancellationToken) =>
        Take(row, await _api.ChangeAsync(row.Track.Id, new TrackChange(Title: title), cancellationToken));

    public async Task FavoriteAsync(TrackRow row, CancellationToken cancellationToken) =>
        Take(row, await _api.ChangeAsync(row.Track.Id, new TrackChange(Favorite: !row.Track.Favorite), cancellationToken));

    /// <summary>The row stays where it is and offers to undo.</summary>
    public async Task DeleteAsync(TrackRow row, CancellationToken cancellationToken)
    {
        if (await _api.DeleteAsync(row.Track.Id, cancellationToken) is Answer<Nothing>.Refused refused)
        {
            Tell(row, refused.Problem);
            return;
        }

        Put(row with { Deleted = true, Notice = null });
        Announced?.Invoke($"{row.Name} was deleted.");
    }

    public async Task RestoreAsync(TrackRow row, CancellationToken cancellationToken)
    {
        var answer = await _api.RestoreAsync(row.Track.Id, cancellationToken);
        Take(row with { Deleted = false }, answer);
        if (answer is Answer<Track>.Ok) Announced?.Invoke($"{row.Name} is back.");
    }

    private async Task ReadPageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var search = Search;
        var answer = await _api.ListAsync(search, cursor, cancellationToken);
        if (search != Search) return;
        Notice = (answer as Answer<TrackPage>.Refused)?.Problem.InWords;
        if (answer is Answer<TrackPage>.Ok { Value: var page })
        {
            if (cursor is null) _rows.Clear();
            _rows.AddRange(page.Tracks.Where(track => Find(track.Id) is null).Select(track => new TrackRow(track)));
            NextCursor = page.NextCursor;
            await Task.WhenAll(page.Tracks.Where(track => track.Status != JobStatus.Complete)
                .Select(track => ReadJobAsync(track.JobId, cancellationToken)));
        }

        Changed?.Invoke();
    }

    private async Task AddAsync(long trackId, CancellationToken cancellationToken)
    {
        if (await _api.TrackAsync(trackId, cancellationToken) is not Answer<Track>.Ok { Value: var track }) return;
        if (Find(trackId) is null)
        {
            var place = _rows.FindIndex(row => row.Track.Id < trackId);
            _rows.Insert(place < 0 ? _rows.Count : place, new TrackRow(track));
            Changed?.Invoke();
        }

        if (track.Status != JobStatus.Complete) await ReadJobAsync(track.JobId, cancellationToken);
    }

    private async Task ReadJobAsync(long jobId, CancellationToken cancellationToken)
    {
        if (await _api.JobAsync(jobId, cancellationToken) is Answer<Job>.Ok ok) await ApplyAsync(ok.Value, cancellationToken);
    }

    private async Task ReadTrackAsync(long trackId, CancellationToken cancellationToken)
    {
        var answer = await _api.TrackAsync(trackId, cancellationToken);
        if (answer is Answer<Track>.Ok ok && Find(trackId) is { } row) Put(row with { Track = ok.Value });
    }

    private void Decide(TrackRow row, Answer<Track> answer, string announcement)
    {
        if (answer is not Answer<Track>.Ok { Value: var track })
        {
            Tell(row, ((Answer<Track>.Refused)answer).Problem);
            return;
        }

        Put((Find(track.Id) ?? row).Decided(track));
        Announced?.Invoke(announcement);
    }

    private void Take(TrackRow row, Answer<Track> answer)
    {
        if (answer is Answer<Track>.Ok ok) Put(row with { Track = ok.Value, Notice = null });
        else Tell(row, ((Answer<Track>.Refused)answer).Problem);
    }

    private void Tell(TrackRow row, Problem problem)
    {
        Put((Find(row.Track.Id) ?? row) with { Notice = problem.InWords });
        Announced?.Invoke(problem.InWords);
    }

    private bool IsNew(long trackId) => _rows.Count == 0 || trackId > _rows[0].Track.Id;

    private TrackRow? Find(long trackId) => _rows.Find(row => row.Track.Id == trackId);

    private void Put(TrackRow row)
    {
        var index = _rows.FindIndex(other => other.Track.Id == row.Track.Id);
        if (index >= 0) _rows[index] = row;
        Changed?.Invoke();
    }
}
