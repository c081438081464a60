namespace SoundFoundry.Core.Shares;

public static class ShareLimits
{
    public const int PerUser = 1_000;
    public const int Token = 64;
}
