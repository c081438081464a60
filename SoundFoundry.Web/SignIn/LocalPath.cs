namespace SoundFoundry.Web.SignIn;

/// <summary>Where to go after signing in: a page of ours, whatever the address said.</summary>
internal static class LocalPath
{
    public static string Of(string? wanted) =>
        wanted is ['/', not ('/' or '\\'), ..] && !wanted.Any(char.IsControl) ? wanted : "/";
}
