using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Limits;

/// <summary>Streams cost a connection and reads for as long as they are open, which no rate of requests bounds.</summary>
internal sealed class EventStreamLimit(EventStreamSlots slots) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (slots.Take(http.User.Id()) is not { } slot)
        {
            return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyStreams,
                $"You have {slots.Max} event streams open here. Close one first; one is enough to follow all jobs.");
        }

        http.Response.RegisterForDispose(slot);
        return await next(context);
    }
}
