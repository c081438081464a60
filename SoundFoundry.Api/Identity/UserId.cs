using System.Globalization;
using System.Security.Claims;

namespace SoundFoundry.Api.Identity;

internal static class UserId
{
    /// <summary>The caller's user; every authenticated request has one.</summary>
    public static long Id(this ClaimsPrincipal user) => user.Number(ClaimTypes.NameIdentifier)!.Value;

    /// <summary>The API key the caller showed, if it was one.</summary>
    public static long? KeyId(this ClaimsPrincipal user) => user.Number(SoundFoundryClaims.Key);

    /// <summary>The session the caller signed in with, if there is one.</summary>
    public static long? SessionId(this ClaimsPrincipal user) => user.Number(SoundFoundryClaims.Session);

    private static long? Number(this ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : null;
}
