namespace SoundFoundry.Api.Problems;

/// <summary>Asked after the platform's own writer, which leaves a client without a reason that did not say it takes JSON, as no browser does.</summary>
internal sealed class UnaskedProblemWriter : IProblemDetailsWriter
{
    private const string Problem = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Headers.Accept != Problem;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.HttpContext.Request.Headers.Accept = Problem;
        return context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(context);
    }
}
