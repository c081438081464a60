namespace SoundFoundry.Core.Playlists;

public static class PlaylistLimits
{
    public const int PerUser = 200;
    public const int Tracks = 5_000;
    public const int Name = 100;
}
