namespace SoundFoundry.Api.Sessions;

/// <summary>How long a sign-in lasts.</summary>
internal static class SessionTimes
{
    /// <summary>Without any use.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>In all; then one signs in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);
}
