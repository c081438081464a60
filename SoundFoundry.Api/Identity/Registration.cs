namespace SoundFoundry.Api.Identity;

public enum Registration
{
    Invite,
    Open,
}
