using System.Globalization;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

/// <summary>Says in our own terms that an answer didn't come, or was none.</summary>
internal static class Unanswered
{
    public static RemoteState Unclear(this RemoteAnswer answer) =>
        new RemoteState.Unclear($"The answer was {answer.Status}, which does not say how the work stands.");

    public static RemoteState Unclear(this CallOutcome outcome) => new RemoteState.Unclear(outcome.Why());

    public static Failure Unreachable(this CallOutcome outcome, string provider) =>
        new(FailureClass.Unreachable, "unreachable", ReasonLine.Of($"{provider} can't be reached: {outcome.Why()}"));

    public static Failure Unhealthy(this RemoteAnswer answer, string provider) =>
        new(FailureClass.Provider, answer.Status.ToString(CultureInfo.InvariantCulture), $"{provider} answered {answer.Status} to a harmless question");

    private static string Why(this CallOutcome outcome) => outcome switch
    {
        CallOutcome.NotSent notSent => ReasonLine.Of(notSent.Reason),
        CallOutcome.Broken broken => ReasonLine.Of(broken.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It was answered."),
    };
}
