namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <summary>FNV-1a over text: <see cref="string.GetHashCode()"/> differs from process to process.</summary>
internal static class Fingerprint
{
    private const ulong Prime = 1099511628211UL;

    public static ulong Of(StudioRequest request)
    {
        var hash = Add(14695981039346656037UL, request.Prompt.Trim().ToLowerInvariant());
        foreach (var tag in request.Tags) hash = Add(hash, tag.Trim().ToLowerInvariant());
        return Mix(hash, unchecked((ulong)request.Seed));
    }

    public static ulong Add(ulong hash, string text)
    {
        foreach (var letter in text) hash = unchecked((hash ^ letter) * Prime);
        return unchecked((hash ^ 0xFF) * Prime);
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        for (var i = 0; i < 8; i++) hash = unchecked((hash ^ ((value >> (8 * i)) & 0xFF)) * Prime);
        return hash;
    }
}
