using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SoundFoundry.ServiceDefaults.Walls;

internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, string code, string title, string detail)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        var problem = new ProblemDetails { Status = StatusCodes.Status403Forbidden, Title = title, Detail = detail };
        problem.Extensions["code"] = code;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }
}
