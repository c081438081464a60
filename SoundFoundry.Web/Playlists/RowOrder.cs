using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Playlists;

/// <summary>A row on its way to another place by the keyboard: nothing is kept before it is put down.</summary>
internal sealed class RowOrder(TrackWindow window)
{
    private int _from;

    public long? Grabbed { get; private set; }

    public void Grab(long trackId)
    {
        Grabbed = trackId;
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
        window.Move(place, to);
        return true;
    }

    /// <returns>Whether it is somewhere else than before.</returns>
    public bool Drop()
    {
        var moved = window.PlaceOf(Grabbed!.Value) != _from;
        Grabbed = null;
        return moved;
    }

    public void PutBack()
    {
        window.Move(window.PlaceOf(Grabbed!.Value), _from);
        Grabbed = null;
    }
}
