using System.Globalization;
using System.Text.RegularExpressions;

namespace SoundFoundry.Core.Storage;

/// <summary>Who wrote an object, told by its key: a claim of a job, or an attempt whose audio came after its job had ended.</summary>
public sealed partial record RenderKey(long UserId, long TrackId, long JobId, long? Fence, long? LateAttemptId)
{
    /// <summary>Null for any other key.</summary>
    public static RenderKey? Of(string key)
    {
        if (Shape().Match(key) is not { Success: true } match) return null;
        return new RenderKey(Number("user")!.Value, Number("track")!.Value, Number("job")!.Value, Number("fence"), Number("late"));

        long? Number(string part) =>
            match.Groups[part] is { Success: true } group ? long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(
        @"\Ausers/(?<user>\d{1,18})/tracks/(?<track>\d{1,18})/(?<job>\d{1,18})-(?:(?<fence>\d{1,18})|late-(?<late>\d{1,18}))\.[a-z0-9]+\z")]
    private static partial Regex Shape();
}
