namespace SoundFoundry.Simulator.Answers;

/// <summary>Says nothing until the client leaves.</summary>
internal sealed class SilentAnswer : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var aborted = httpContext.RequestAborted.Register(left.SetResult);
        await left.Task;
    }
}
