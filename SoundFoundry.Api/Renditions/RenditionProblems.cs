using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Api.Renditions;

/// <summary>What is answered instead of a rendition that is not there.</summary>
internal static class RenditionProblems
{
    private const string RetryAfter = "5";

    public static ProblemHttpResult Of(RenditionAnswer answer, HttpResponse response)
    {
        if (answer is RenditionAnswer.Failed failed) return Problem.Of(409, failed.Code, failed.Reason);
        if (answer is RenditionAnswer.Withdrawn) return Problem.Of(404, ProblemCodes.NotFound, RenditionReasons.TrackDeleted);
        response.Headers.RetryAfter = RetryAfter;
        return answer is RenditionAnswer.TooMany
            ? Problem.Of(429, ProblemCodes.TooManyWaiting, $"{RenditionOrders.MostPending} files are being made for you. Wait for some of them first.")
            : Problem.Of(503, ProblemCodes.RenditionPending, "This is being made and takes longer than usual. Ask again in a few seconds.");
    }
}
