namespace SoundFoundry.Api.Limits;

/// <summary>What is counted. Each has a rate of its own in <see cref="LimitsOptions"/>.</summary>
internal enum LimitName
{
    /// <summary>Requests of one address, before anybody is asked who it is.</summary>
    Address,

    /// <summary>Requests of one user, however they were signed in.</summary>
    User,

    /// <summary>Requests with one API key.</summary>
    Key,

    /// <summary>Tries of one address to sign in, to reset a password, or to use anything else that may be guessed.</summary>
    SignIn,

    /// <summary>Tries to sign in as one account, from wherever but browsers that are known to it, which are counted one by one.</summary>
    Account,

    /// <summary>Tries of one signed-in user to show the present password.</summary>
    Reauthentication,

    /// <summary>Mails of one kind to one address.</summary>
    Mail,

    /// <summary>Reads of stored files by one address: a player that seeks asks often.</summary>
    Files,

    /// <summary>Callbacks of one address: a provider's few machines call for all jobs.</summary>
    Hooks,
}
