namespace SoundFoundry.Core.Models;

public enum Instrumental
{
    /// <summary>Never a voice when none was asked for.</summary>
    Guaranteed,

    /// <summary>Told to leave the voice out, and mostly does.</summary>
    Asked,

    /// <summary>Always sings.</summary>
    Never,
}
