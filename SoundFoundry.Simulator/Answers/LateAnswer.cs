namespace SoundFoundry.Simulator.Answers;

/// <summary>Gives an answer only after a while; tells when the client did not wait for it.</summary>
internal sealed class LateAnswer(IResult answer, TimeSpan delay, TimeProvider time, Action lost) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await Task.Delay(delay, time, httpContext.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            lost();
            return;
        }

        await answer.ExecuteAsync(httpContext);
    }
}
