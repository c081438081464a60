using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Models;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>Replicate looks at everything before it takes a job.</summary>
internal sealed class ReplicateDesk(
    FaultBoard faults, CreditLimit credit, PaceSetting pace, PreferredWait wait, SimulatedClock clock) : IVendorDesk
{
    private const double DefaultRetryAfterS = 5;
    private const string Flagged = "The input or output was flagged as sensitive. Please try again with different inputs. (E005)";

    public Provider Provider => Provider.Replicate;

    public int AcceptedStatus => StatusCodes.Status201Created;

    public JsonAnswer? CheckKey(Submission submission) => ReplicateToken.Check(submission.Request);

    public JsonAnswer? CheckOrder(Submission submission) =>
        credit.Attempt() is { } seconds ? ReplicateErrors.LowCredit(seconds)
        : ReplicateModels.Find(submission.Model) is not { } model || !RunsBy(submission, model) ? Unknown(submission)
        : ReplicateFieldErrors.Refusal(InputCheck.Problems(model, submission.Input));

    public JsonAnswer Refuse(Fault fault, Submission submission) => fault.Kind switch
    {
        FaultKind.Unauthorized => ReplicateErrors.Unauthenticated,
        FaultKind.RateLimited => ReplicateErrors.Throttled(fault.RetryAfterS ?? DefaultRetryAfterS),
        FaultKind.NotFound => ReplicateErrors.NotFound,
        FaultKind.UnknownField => ReplicateErrors.InvalidFields(ReplicateFieldErrors.Unknown(LastField(submission.Input))),
        FaultKind.InvalidInput => ReplicateErrors.InvalidFields(ReplicateFieldErrors.TooShort(Worded(submission.Input), 10)),
        _ => ReplicateErrors.NoCredit,
    };

    public JsonAnswer ServerError(int status) => ReplicateErrors.Server(status);

    public Render Accept(Submission submission)
    {
        var model = ReplicateModels.Find(submission.Model)!;
        var current = pace.Current;
        var now = clock.Now;
        var outcome = faults.Take(Provider, FaultStage.Outcome, model.Id)?.Kind;
        return new Render
        {
            Id = PredictionIds.Next(),
            Provider = Provider,
            Model = model,
            Input = (JsonObject)submission.Input.DeepClone(),
            Origin = submission.Origin,
            CreatedAt = now,
            QueuedFor = TimeSpan.FromSeconds(current.QueueS),
            RunsFor = outcome == FaultKind.NeverFinishes ? null : TimeSpan.FromSeconds(current.RenderS),
            Failure = outcome switch
            {
                FaultKind.RenderFails => new RenderFailure("CUDA out of memory"),
                FaultKind.ContentPolicy => new RenderFailure(Flagged),
                _ => null,
            },
            AbortsInQueue = outcome == FaultKind.Aborted,
            Progress = faults.Take(Provider, FaultStage.Progress, model.Id)?.Kind,
            Artifact = faults.Take(Provider, FaultStage.Artifact, model.Id)?.Kind,
            Webhook = submission.Webhook is { } hook ? new Uri(hook) : null,
            WebhookEvents = [.. (submission.Body["webhook_events_filter"] as JsonArray)?.Select(name => $"{name}") ?? []],
            WebhookFault = faults.Take(Provider, FaultStage.Webhook, model.Id)?.Kind,
            Deadline = now + Durations.CancelAfter(submission.Request.Headers["Cancel-After"]),
            IsMono = current.Mono,
        };
    }

    public async Task<JsonAnswer> AnswerAsync(Render render, Submission submission, CancellationToken cancellationToken)
    {
        var answer = await wait.AnswerAsync(render, submission, AcceptedStatus, cancellationToken);
        return answer.With("Location", $"{new Uri(submission.Origin, $"/v1/predictions/{render.Id}")}")
            .With("ratelimit-remaining", "599").With("ratelimit-reset", "1");
    }

    private static string LastField(JsonObject input) => input.LastOrDefault().Key ?? "prompt";

    // The field that holds the words the user wrote.
    private static string Worded(JsonObject input) => input.ContainsKey("tags") ? "tags" : "prompt";

    private static JsonAnswer Unknown(Submission submission) =>
        IsByName(submission) ? ReplicateErrors.NotFound : ReplicateErrors.UnknownVersion;

    // A community model is run by its version, an official one by its name.
    private static bool RunsBy(Submission submission, ModelSpec model) =>
        model.Version is not { } version
        || (!IsByName(submission) && $"{submission.Body["version"]}".EndsWith(version, StringComparison.Ordinal));

    private static bool IsByName(Submission submission) => submission.Request.Path.StartsWithSegments("/v1/models");
}
