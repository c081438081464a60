namespace SoundFoundry.Web.Visitors;

/// <summary>What a page's server side keeps of its visitor, beside id, name and role. It never leaves this process.</summary>
internal static class VisitorClaims
{
    /// <summary>The session cookie's value, for calls to Api on the visitor's behalf.</summary>
    public const string Token = "sf:token";

    /// <summary>Where the visitor's browser is.</summary>
    public const string Address = "sf:address";

    public const string OperatorRole = "operator";
}
