using System.Globalization;
using System.Text.RegularExpressions;

namespace SoundFoundry.Core.Storage;

/// <summary>Which rendition an object is, told by its key.</summary>
/// <param name="Kind">As it stands in keys.</param>
public sealed partial record RenditionKey(long UserId, long TrackId, long JobId, string Kind, long Fence)
{
    /// <summary>Null for any other key.</summary>
    public static RenditionKey? Of(string key)
    {
        if (Shape().Match(key) is not { Success: true } match) return null;
        return new RenditionKey(Number("user"), Number("track"), Number("job"), match.Groups["kind"].Value, Number("fence"));

        long Number(string part) => long.Parse(match.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\Ausers/(?<user>\d{1,18})/tracks/(?<track>\d{1,18})/renditions/(?<job>\d{1,18})-(?<kind>[a-z0-9]+)-(?<fence>\d{1,18})\.[a-z0-9]+\z")]
    private static partial Regex Shape();
}
