using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>The part of a long list of tracks that is looked at. The list itself is ids alone; rows are read as they are needed.</summary>
public sealed class TrackWindow
{
    /// <summary>What is drawn before the browser has told its height: a screen.</summary>
    public const int First = 30;

    private const int Most = 200;

    private readonly ApiClient _api;
    private readonly TrackRows _rows;
    private readonly TrackNews _news;
    private List<long> _ids = [];

    internal TrackWindow(ApiClient api, TrackRows rows, TrackNews news) => (_api, _rows, _news) = (api, rows, news);

    public IReadOnlyList<long> Ids => _ids;

    /// <summary>How long the list is; more than <see cref="Ids" /> as long as only its beginning is known.</summary>
    public int Total { get; private set; }

    /// <summary>Another one with every change of the list.</summary>
    public int Version { get; private set; }

    public int Start { get; private set; }

    public int Count { get; private set; } = First;

    /// <summary>The window as it can be drawn: from <see cref="Start" /> on as far as rows are known.</summary>
    public IReadOnlyList<TrackRow> Rows => [.. Looked.Select(_rows.Find).TakeWhile(row => row is not null).Select(row => row!)];

    private IEnumerable<long> Looked => _ids.Skip(Start).Take(Count);

    public int PlaceOf(long trackId) => _ids.IndexOf(trackId);

    /// <summary>Takes a new list, with the window where it is.</summary>
    /// <param name="total">How long the list is if these are only its beginning.</param>
    public void Take(IReadOnlyList<long> ids, int? total = null)
    {
        Version++;
        _ids = [.. ids];
        Total = total ?? _ids.Count;
        Start = Math.Clamp(Start, 0, Math.Max(0, _ids.Count - 1));
    }

    public void Remove(IReadOnlySet<long> trackIds)
    {
        Version++;
        var gone = _ids.RemoveAll(trackIds.Contains);
        Total -= gone;
        Start = Math.Clamp(Start, 0, Math.Max(0, _ids.Count - 1));
    }

    public void Move(int from, int to)
    {
        Version++;
        var trackId = _ids[from];
        _ids.RemoveAt(from);
        _ids.Insert(to, trackId);
    }

    public void ToTop() => (Start, Count) = (0, Math.Max(Count, First));

    /// <summary>Looks at another part of the list, as soon as its rows are there.</summary>
    /// <returns>Why it can't be read, or null.</returns>
    internal async Task<Problem?> LookAsync(int start, int count, CancellationToken cancellationToken)
    {
        start = Math.Clamp(start, 0, Math.Max(0, _ids.Count - 1));
        count = Math.Clamp(count, 1, Most);
        var trouble = await ReadAsync([.. _ids.Skip(start).Take(count)], cancellationToken);
        (Start, Count) = (start, count);
        _rows.Trim(Looked.ToHashSet());
        _rows.Touch();
        await Task.WhenAll(Rows.Where(row => row.Job is null && !row.Status.IsFinal())
            .Select(row => _news.ReadJobAsync(row.Track.JobId, cancellationToken)));
        return trouble;
    }

    /// <summary>Reads what the window lacks.</summary>
    internal Task<Problem?> FillAsync(CancellationToken cancellationToken) => LookAsync(Start, Count, cancellationToken);

    private async Task<Problem?> ReadAsync(IReadOnlyList<long> wanted, CancellationToken cancellationToken)
    {
        foreach (var chunk in wanted.Where(trackId => _rows.Find(trackId) is null).Chunk(ListCalls.Window))
        {
            var answer = await _api.TracksAsync(chunk, cancellationToken);
            if (answer is not Answer<TrackPage>.Ok { Value.Tracks: var tracks }) return ((Answer<TrackPage>.Refused)answer).Problem;
            foreach (var track in tracks) _rows.Learn(track);

            // Deleted elsewhere since the list was read.
            if (tracks.Count < chunk.Length) Remove(chunk.Except(tracks.Select(track => track.Id)).ToHashSet());
        }

        return null;
    }
}
