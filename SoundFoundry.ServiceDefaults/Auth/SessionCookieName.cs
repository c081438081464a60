namespace SoundFoundry.ServiceDefaults.Auth;

/// <summary>What Api sets and reads, and Web hands on for its pages.</summary>
public static class SessionCookieName
{
    public const string Value = "soundfoundry";
}
