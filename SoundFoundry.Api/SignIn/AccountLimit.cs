using SoundFoundry.Api.Limits;

namespace SoundFoundry.Api.SignIn;

/// <summary>Refuses too many tries with one account, whether there is such an account or not.</summary>
internal sealed class AccountLimit(Limiter limiter, KnownBrowser browser) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var named = context.Arguments.OfType<INamesAccount>().Single();
        var subject = browser.SubjectOf(context.HttpContext, named.Email ?? "");
        var verdict = await limiter.TakeAsync(LimitName.Account, subject, context.HttpContext.RequestAborted);
        if (verdict.IsAllowed) return await next(context);
        await LimitRefusal.WriteAsync(context.HttpContext, verdict);
        return Results.Empty;
    }
}
