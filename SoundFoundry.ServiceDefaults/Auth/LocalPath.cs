namespace SoundFoundry.ServiceDefaults.Auth;

/// <summary>Where a sign-in leads afterwards: a path of this site, and nothing that any browser or proxy could take for another.</summary>
public static class LocalPath
{
    private const int MostDecodings = 5;

    public static bool IsLocal(string path)
    {
        for (var decodings = 0; decodings <= MostDecodings; decodings++)
        {
            if (path is not ['/', ..] || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\') || path.Any(char.IsControl)) return false;
            var decoded = Uri.UnescapeDataString(path);
            if (decoded == path) return true;
            path = decoded;
        }

        return false;
    }
}
