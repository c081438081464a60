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
    private (int Start, int Count) _wanted = (0, First);

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

    /// <param name="to">Where it stands then; beyond an end is that end.</param>
    /// <returns>Whether there is such a track.</returns>
    public bool Move(long trackId, int to)
    {
        if (!_ids.Remove(trackId)) return false;
        Version++;
        _ids.Insert(Math.Clamp(to, 0, _ids.Count), trackId);
        return true;
    }

    public void ToTop() => (Start, _wanted.Start) = (0, 0);

    /// <summary>Looks at another part of the list, as soon as its rows are there. Whoever looks elsewhere meanwhile has precedence.</summary>
    /// <returns>Why it can't be read, or null.</returns>
    internal Task<Problem?> LookAsync(int start, int count, CancellationToken cancellationToken)
    {
        _wanted = (start, count);

        // The rest of the list is on its way, and is looked at when it has come.
        return _ids.Count < Total && start + count > _ids.Count ? Task.FromResult<Problem?>(null) : FillAsync(cancellationToken);
    }

    /// <summary>Reads what is lacking of the part that is looked at.</summary>
    internal async Task<Problem?> FillAsync(CancellationToken cancellationToken)
    {
        var wanted = _wanted;
        var start = Math.Clamp(wanted.Start, 0, Math.Max(0, _ids.Count - 1));
        var count = Math.Clamp(wanted.Count, 1, Most);
        var trouble = await ReadAsync([.. _ids.Skip(start).Take(count)], cancellationToken);
        if (wanted != _wanted) return trouble;
        (Start, Count) = (start, count);
        _rows.Trim(Looked.ToHashSet());
        _rows.Touch();
        await Task.WhenAll(Rows.Where(row => row.Job is null && !row.Status.IsFinal())
            .Select(row => _news.ReadJobAsync(row.Track.JobId, cancellationToken)));
        return trouble;
    }

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
