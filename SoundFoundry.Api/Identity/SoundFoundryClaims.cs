namespace SoundFoundry.Api.Identity;

/// <summary>What a request's principal says beside the user's id and role.</summary>
internal static class SoundFoundryClaims
{
    /// <summary>The session a person signed in with.</summary>
    public const string Session = "sf:session";

    /// <summary>The API key a program showed.</summary>
    public const string Key = "sf:key";

    /// <summary>One per scope of that key.</summary>
    public const string Scope = "sf:scope";
}
