namespace SoundFoundry.Web.Library;

/// <summary>Which tracks of a list are chosen for something to be done with them all.</summary>
public sealed class TrackSelection
{
    private readonly HashSet<long> _chosen = [];
    private long? _last;

    public int Count => _chosen.Count;

    public bool Contains(long trackId) => _chosen.Contains(trackId);

    /// <summary>The chosen ones in the order of their list.</summary>
    public IReadOnlyList<long> In(IEnumerable<long> order) => [.. order.Where(_chosen.Contains)];

    public void Toggle(long trackId)
    {
        if (!_chosen.Remove(trackId)) _chosen.Add(trackId);
        _last = trackId;
    }

    /// <summary>Does to all from the one touched last to this one what the touch does to this one.</summary>
    public void Extend(long trackId, IReadOnlyList<long> order)
    {
        var places = order.Index().Where(entry => entry.Item == trackId || entry.Item == _last).Select(entry => entry.Index).ToList();
        if (places.Count < 2)
        {
            Toggle(trackId);
            return;
        }

        var range = order.Skip(places[0]).Take(places[1] - places[0] + 1);
        if (Contains(trackId)) _chosen.ExceptWith(range);
        else _chosen.UnionWith(range);
        _last = trackId;
    }

    public void Choose(IEnumerable<long> trackIds) => _chosen.UnionWith(trackIds);

    public void Drop(IEnumerable<long> trackIds) => _chosen.ExceptWith(trackIds);

    public void Clear()
    {
        _chosen.Clear();
        _last = null;
    }
}
