namespace SoundFoundry.Core.Storage;

public enum FileLinkVerdict
{
    Good,
    Forged,
    Expired,
}
