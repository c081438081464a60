using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Limits;

internal static class LimitRefusal
{
    /// <summary>Registered by the draft whose header fields go with it.</summary>
    private const string QuotaExceeded = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    public static async Task WriteAsync(HttpContext context, LimitVerdict verdict)
    {
        var name = verdict.Tightest.Limit.Name.ToString().ToLowerInvariant();
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = $"{verdict.RetryAfter}";
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Type = QuotaExceeded,
                Title = "Too many requests.",
                Status = StatusCodes.Status429TooManyRequests,
                Detail = $"Too many requests. Try again in {verdict.RetryAfter} s.",
                Extensions = { ["code"] = ProblemCodes.RateLimited, ["violated-policies"] = new[] { name } },
            },
        });
    }
}
