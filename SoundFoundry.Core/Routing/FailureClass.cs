namespace SoundFoundry.Core.Routing;

/// <summary>What a failed attempt means; <see cref="FailurePolicy"/> says what follows from it.</summary>
public enum FailureClass
{
    /// <summary>The provider refused what the user asked for.</summary>
    Input,

    /// <summary>The provider refused it for its content.</summary>
    Policy,

    /// <summary>The model is gone, or its fields are no longer those we know.</summary>
    Drift,

    /// <summary>The provider refused the account: its key, its balance, its standing.</summary>
    Account,

    /// <summary>The account may not use this one model.</summary>
    Forbidden,

    /// <summary>Too many requests, for longer than we wait.</summary>
    RateLimited,

    /// <summary>No connection: nothing was sent.</summary>
    Unreachable,

    /// <summary>Sent, and the answer was lost: the provider may be working on it.</summary>
    Unknown,

    /// <summary>The provider took it and then failed.</summary>
    Provider,

    /// <summary>The provider took it and did not end in time.</summary>
    TimedOut,

    /// <summary>What came is not what this model promises.</summary>
    Artifact,

    /// <summary>Our own machine or store failed; no provider would fare better.</summary>
    Local,
}
