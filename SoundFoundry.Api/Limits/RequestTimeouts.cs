using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Limits;

internal static class RequestTimeouts
{
    /// <summary>Long for a request, and several times what the database may take for a statement.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static void AddRequestTimeLimit(this IServiceCollection services) => services.AddRequestTimeouts(timeouts =>
        timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = Longest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = WriteAsync,
        });

    private static Task WriteAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = "This took too long and was given up. Try again, with the same Idempotency-Key if there was one.",
                Extensions = { ["code"] = ProblemCodes.TookTooLong },
            },
        }).AsTask();
}
