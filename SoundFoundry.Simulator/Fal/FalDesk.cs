using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Models;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Simulator.Fal;

/// <summary>fal takes whatever is addressed to an app it has, and looks at the input when it runs it.</summary>
internal sealed class FalDesk(FaultBoard faults, PaceSetting pace, SimulatedClock clock) : IVendorDesk
{
    private const double DefaultRetryAfterS = 2;
    private const double LongestS = 10 * 365 * 86_400d;

    public Provider Provider => Provider.Fal;

    public int AcceptedStatus => StatusCodes.Status200OK;

    public JsonAnswer? CheckKey(Submission submission) => FalKey.Check(submission.Request, App(submission));

    public JsonAnswer? CheckOrder(Submission submission) =>
        FalModels.Find(submission.Model) is not null ? null
        : FalModels.HasApp(App(submission)) ? FalErrors.UnknownPath(submission.Model[App(submission).Length..].TrimStart('/'))
        : FalErrors.UnknownApp(submission.Model.Split('/')[1]);

    public JsonAnswer Refuse(Fault fault, Submission submission) => fault.Kind switch
    {
        FaultKind.AppForbidden => FalErrors.Forbidden(App(submission)),
        FaultKind.Unauthorized => FalErrors.UnknownKey,
        FaultKind.RateLimited => FalErrors.Throttled(fault.RetryAfterS ?? DefaultRetryAfterS),
        FaultKind.NotFound => FalErrors.UnknownApp(submission.Model.Split('/')[1]),
        _ => FalErrors.Locked,
    };

    public JsonAnswer ServerError(int status) => FalErrors.Server(status);

    public Render Accept(Submission submission)
    {
        var model = FalModels.Find(submission.Model)!;
        var current = pace.Current;
        var queued = TimeSpan.FromSeconds(current.QueueS);
        var outcome = faults.Take(Provider, FaultStage.Outcome, model.Id);
        var refused = FalFailures.Of(outcome, submission.Input) ?? FalFailures.Of(InputCheck.Problems(model, submission.Input));
        var late = StartLimit(submission.Request) is { } limit && limit < queued;
        return new Render
        {
            Id = Guid.NewGuid().ToString(),
            Provider = Provider,
            Model = model,
            Input = submission.Input,
            Origin = submission.Origin,
            CreatedAt = clock.Now,
            QueuedFor = late ? StartLimit(submission.Request)!.Value : queued,
            RunsFor = outcome?.Kind == FaultKind.NeverFinishes ? null
                : late || refused is { Type: null } ? TimeSpan.Zero
                : TimeSpan.FromSeconds(current.RenderS),
            Failure = late ? FalFailures.StartTimeout : refused,
            Progress = faults.Take(Provider, FaultStage.Progress, model.Id)?.Kind,
            Artifact = faults.Take(Provider, FaultStage.Artifact, model.Id)?.Kind,
            Webhook = submission.Webhook is { } hook ? new Uri(hook) : null,
            WebhookFault = faults.Take(Provider, FaultStage.Webhook, model.Id)?.Kind,
            IsMono = current.Mono,
            FilesKeptFor = FilesKeptFor(submission.Request),
        };
    }

    public Task<JsonAnswer> AnswerAsync(Render render, Submission submission, CancellationToken cancellationToken)
    {
        var body = FalStatus.Submitted(render, render.At(clock.Now), submission.Origin);
        return Task.FromResult(new JsonAnswer(AcceptedStatus, body).With("x-fal-request-id", render.Id));
    }

    private static string App(Submission submission) => string.Join('/', submission.Model.Split('/').Take(2));

    private static TimeSpan? StartLimit(HttpRequest request) =>
        double.TryParse(request.Headers["X-Fal-Request-Timeout"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? Seconds(seconds)
            : null;

    private static TimeSpan? FilesKeptFor(HttpRequest request)
    {
        var header = request.Headers["X-Fal-Object-Lifecycle-Preference"].ToString();
        if (header.Length == 0) return null;
        try
        {
            return JsonNode.Parse(header)?["expiration_duration_seconds"]?.GetValue<double>() is { } seconds ? Seconds(seconds) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null; // a preference that can't be read is none
        }
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestS));
}
