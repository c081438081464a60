namespace SoundFoundry.Tests.Security.Walk;

/// <summary>Whom an operation lets in.</summary>
internal enum Door
{
    Everyone,

    /// <summary>Whoever is known, also a key of the right scope.</summary>
    Users,

    /// <summary>Who signed in; no key.</summary>
    Persons,

    Operators,
}
