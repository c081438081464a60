using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Web.Api;
using Yarp.ReverseProxy.Forwarder;

namespace SoundFoundry.Web.Proxy;

/// <summary>Keeps answers of <c>/api</c> as Api gave them, and gives a program a readable one while Api is away,
/// where YARP alone would say an empty 502.</summary>
internal sealed class ApiAnswers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        await next(context);
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested) return;
        var failed = context.Features.Get<IForwarderErrorFeature>() is not null
            || context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable;
        if (!failed || context.Response.ContentType is not null) return;

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Title = "The service does not answer right now.",
            Detail = "Try again in a moment.",
            Extensions = { ["code"] = Problem.Unreachable },
        };
        await context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }
}
