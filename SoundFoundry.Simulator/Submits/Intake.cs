using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Webhooks;

namespace SoundFoundry.Simulator.Submits;

/// <summary>The way of every submit: key, fault, order, acceptance, answer; entered in the ledger before anything is answered.</summary>
internal sealed class Intake(
    FaultBoard faults, SubmitLedger ledger, RenderBook book, WebhookPost webhooks, SimulatedClock clock, TimeProvider time)
{
    public async Task<IResult> TakeAsync(IVendorDesk desk, Submission submission, CancellationToken cancellationToken)
    {
        if (desk.CheckKey(submission) is { } unknown) return Refused(desk, submission, unknown);
        var fault = faults.Take(desk.Provider, FaultStage.Submit, submission.Model);
        return Before(desk, submission, fault) ?? await AcceptAsync(desk, submission, fault, cancellationToken);
    }

    private IResult? Before(IVendorDesk desk, Submission submission, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.ResetBeforeAccept:
                Enter(desk, submission, SubmitOutcome.NotAccepted, status: null);
                return BrokenAnswer.Reset;
            case FaultKind.SilenceBeforeAccept:
                Enter(desk, submission, SubmitOutcome.NotAccepted, status: null);
                return BrokenAnswer.Silence;
            case FaultKind.BadGateway:
                Enter(desk, submission, SubmitOutcome.NotAccepted, StatusCodes.Status502BadGateway);
                return BrokenAnswer.BadGateway;
            case FaultKind.ServerError:
                var error = desk.ServerError(fault.Status ?? StatusCodes.Status500InternalServerError);
                Enter(desk, submission, SubmitOutcome.NotAccepted, error.Status);
                return error;
            case null or FaultKind.ResetAfterAccept or FaultKind.SilenceAfterAccept or FaultKind.SlowFirstByte or FaultKind.Garbage:
                return desk.CheckOrder(submission) is { } refusal ? Refused(desk, submission, refusal) : null;
            default:
                return Refused(desk, submission, desk.Refuse(fault, submission));
        }
    }

    private async Task<IResult> AcceptAsync(IVendorDesk desk, Submission submission, Fault? fault, CancellationToken cancellationToken)
    {
        var render = desk.Accept(submission);
        book.Add(render);
        webhooks.Follow(render);
        if (Lost(fault) is { } broken)
        {
            Enter(desk, submission, SubmitOutcome.AnswerLost, fault!.Kind == FaultKind.Garbage ? StatusCodes.Status200OK : null, render.Id);
            return broken;
        }

        var lose = Enter(desk, submission, SubmitOutcome.Accepted, desk.AcceptedStatus, render.Id);
        var answer = await desk.AnswerAsync(render, submission, cancellationToken);
        return fault is null ? answer : new LateAnswer(answer, TimeSpan.FromSeconds(fault.DelayS ?? 1), time, lose);
    }

    private static IResult? Lost(Fault? fault) => fault?.Kind switch
    {
        FaultKind.ResetAfterAccept => BrokenAnswer.Reset,
        FaultKind.SilenceAfterAccept => BrokenAnswer.Silence,
        FaultKind.Garbage => BrokenAnswer.Garbage,
        _ => null,
    };

    private JsonAnswer Refused(IVendorDesk desk, Submission submission, JsonAnswer refusal)
    {
        Enter(desk, submission, SubmitOutcome.Refused, refusal.Status);
        return refusal;
    }

    private Action Enter(IVendorDesk desk, Submission submission, SubmitOutcome outcome, int? status, string? requestId = null)
    {
        var keyEnd = submission.Key is { Length: > 4 } key ? key[^4..] : submission.Key;
        return ledger.Enter(new Submit(
            desk.Provider, submission.Model, keyEnd, clock.Now, outcome, status, requestId, submission.Input.DeepClone(),
            submission.Webhook));
    }
}
