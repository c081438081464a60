using System.Globalization;
using System.Security.Claims;

namespace SoundFoundry.Api.Identity;

internal static class UserId
{
    /// <summary>The signed-in user; every authenticated request has one.</summary>
    public static long Id(this ClaimsPrincipal user) =>
        long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
}
