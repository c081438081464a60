namespace SoundFoundry.Core.Models;

public enum Vocals
{
    /// <summary>Instrumental only.</summary>
    None,

    /// <summary>A voice without words.</summary>
    Wordless,

    /// <summary>Sings the lyrics it is given.</summary>
    Sung,
}
