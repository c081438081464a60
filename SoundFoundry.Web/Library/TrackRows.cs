using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>What one page knows of its tracks. Lives in one circuit and is touched only on its dispatcher.</summary>
public sealed class TrackRows
{
    /// <summary>Many screens of them; whoever scrolls further reads again.</summary>
    private const int Most = 500;

    private readonly Dictionary<long, TrackRow> _rows = [];

    public event Action? Changed;

    /// <summary>Something worth saying aloud happened.</summary>
    public event Action<string>? Announced;

    public IEnumerable<TrackRow> All => _rows.Values;

    public TrackRow? Find(long trackId) => _rows.GetValueOrDefault(trackId);

    /// <summary>Takes what was read, where nothing newer is known, and tells nobody.</summary>
    public void Learn(Track track, Job? job = null) => _rows.TryAdd(track.Id, new TrackRow(track, job));

    public void Put(TrackRow row)
    {
        _rows[row.Track.Id] = row;
        Changed?.Invoke();
    }

    public void Mark(long trackId, bool favorite)
    {
        if (Find(trackId) is { } row) Put(row with { Track = row.Track with { Favorite = favorite } });
    }

    public void Remove(long trackId)
    {
        if (_rows.Remove(trackId)) Changed?.Invoke();
    }

    /// <summary>Something beside the rows changed that is shown with them.</summary>
    public void Touch() => Changed?.Invoke();

    public void Announce(string text) => Announced?.Invoke(text);

    /// <summary>Forgets what is not looked at once there is too much of it.</summary>
    public void Trim(IReadOnlySet<long> shown)
    {
        if (_rows.Count <= Most) return;
        foreach (var trackId in _rows.Keys.Where(trackId => !shown.Contains(trackId)).ToList()) _rows.Remove(trackId);
    }
}
