namespace SoundFoundry.Api.Identity;

/// <summary>What a key may be used for.</summary>
internal static class Scopes
{
    public const string Read = "read";
    public const string Create = "create";
    public const string Admin = "admin";

    public static readonly string[] All = [Read, Create, Admin];
}
