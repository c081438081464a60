namespace SoundFoundry.Tests.Security.Walk;

/// <summary>Who calls, in the order in which they do: the one who may change something comes last.</summary>
internal enum Actor
{
    Nobody,
    RevokedKey,
    ExpiredKey,

    /// <summary>A key that is good for something else.</summary>
    UnscopedKey,

    /// <summary>Another user, who calls about what is not theirs.</summary>
    Stranger,
    Operator,
    User,
}
