using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Playlists;

/// <summary>A row on its way to another place by the keyboard: nothing is kept before it is put down.</summary>
internal sealed class RowOrder(TrackWindow window)
{
    private long? _grabbed;
    private int _from;

    /// <summary>The track whose row is on its way; none any more once it left the list.</summary>
    public long? Grabbed => _grabbed is { } trackId && window.PlaceOf(trackId) >= 0 ? trackId : null;

    public void Grab(long trackId)
    {
        _grabbed = trackId;
        _from = window.PlaceOf(trackId);
    }

    /// <returns>Whether there was a place to go to.</returns>
    public bool Step(string key)
    {
        var place = window.PlaceOf(Grabbed!.Value);
        var to = key switch
        {
            "ArrowUp" => place - 1,
            "ArrowDown" => place + 1,
            "Home" => 0,
            _ => window.Ids.Count - 1,
        };
        if (to == place || to < 0 || to >= window.Ids.Count) return false;
        window.Move(Grabbed.Value, to);
        return true;
    }

    /// <returns>Whether it is somewhere else than before.</returns>
    public bool Drop()
    {
        var moved = window.PlaceOf(Grabbed!.Value) != _from;
        _grabbed = null;
        return moved;
    }

    public void PutBack()
    {
        window.Move(Grabbed!.Value, _from);
        _grabbed = null;
    }
}
