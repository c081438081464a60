using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

/// <summary>What an outcome of a submit means, at any provider.</summary>
internal static class SubmitAnswers
{
    /// <summary>Not a refusal: a gateway between us and the provider says we hung up.</summary>
    private const int ClientClosedRequest = 499;

    public static SubmitAnswer Of(CallOutcome outcome, Func<RemoteAnswer, RemoteHandle?> accept, Func<RemoteAnswer, Failure> refuse)
    {
        switch (outcome)
        {
            case CallOutcome.NotSent notSent:
                return new SubmitAnswer.NotSent(ReasonLine.Of(notSent.Reason));
            case CallOutcome.Broken broken:
                return new SubmitAnswer.Lost(ReasonLine.Of(broken.Reason));
            case CallOutcome.Answered { Answer: var answer } when answer.IsSuccess:
                return accept(answer) is { } handle
                    ? new SubmitAnswer.Accepted(handle)
                    : new SubmitAnswer.Lost($"The answer ({answer.Status}) names no request.");
            case CallOutcome.Answered { Answer: { Status: >= 400 and < 500 and not ClientClosedRequest } answer }:
                return new SubmitAnswer.Refused(refuse(answer));
            case CallOutcome.Answered { Answer: var answer }:
                return new SubmitAnswer.Lost($"The answer was {answer.Status}, which says neither yes nor no.");
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome.");
        }
    }
}
