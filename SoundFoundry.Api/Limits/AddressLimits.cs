using SoundFoundry.ServiceDefaults.Connections;

namespace SoundFoundry.Api.Limits;

/// <summary>Before authentication, so that floods and guesses cost no look into the database.</summary>
internal sealed class AddressLimits(RequestDelegate next, Limiter limiter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!limiter.IsEnabled || LimitEndpoints.IsProbe(context))
        {
            await next(context);
            return;
        }

        var verdict = await limiter.TakeAsync(LimitsOf(context), context.RequestAborted);
        LimitHeaders.Of(context).Add(verdict);
        await (verdict.IsAllowed ? next(context) : LimitRefusal.WriteAsync(context, verdict));
    }

    private List<Limit> LimitsOf(HttpContext context)
    {
        var subject = AddressPartition.Of(context.Connection.RemoteIpAddress);
        var own = LimitEndpoints.OwnLimit(context);
        if (own is null) return [limiter.Of(LimitName.Address, subject)];
        if (own.IsInstead) return [limiter.Of(own.Name, subject)];
        return [limiter.Of(LimitName.Address, subject), limiter.Of(own.Name, subject)];
    }
}
