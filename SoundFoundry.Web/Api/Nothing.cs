namespace SoundFoundry.Web.Api;

/// <summary>The body of an answer without one.</summary>
internal sealed class Nothing
{
    public static readonly Nothing Instance = new();

    private Nothing()
    {
    }
}
