using System.Text.RegularExpressions;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

internal static partial class RequestId
{
    /// <summary>An id that can stand in an address and in our own rows; null for anything else.</summary>
    public static string? Of(string? id) => id is not null && Usable().IsMatch(id) ? id : null;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_\-]{0,127}\z")]
    private static partial Regex Usable();
}
