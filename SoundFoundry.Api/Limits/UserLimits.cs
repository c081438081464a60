using System.Security.Claims;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Limits;

/// <summary>After authentication: what one user, and one key of that user, may ask for, from wherever.</summary>
internal sealed class UserLimits(RequestDelegate next, Limiter limiter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isElsewhere = LimitEndpoints.IsProbe(context) || LimitEndpoints.OwnLimit(context) is { IsInstead: true };
        if (!limiter.IsEnabled || isElsewhere || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } user)
        {
            await next(context);
            return;
        }

        var limits = new List<Limit> { limiter.Of(LimitName.User, user) };
        if (context.User.FindFirstValue(SoundFoundryClaims.Key) is { } key) limits.Add(limiter.Of(LimitName.Key, key));
        var verdict = await limiter.TakeAsync(limits, context.RequestAborted);
        LimitHeaders.Of(context).Add(verdict);
        await (verdict.IsAllowed ? next(context) : LimitRefusal.WriteAsync(context, verdict));
    }
}
