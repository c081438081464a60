using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.JobLogs;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Hands the work over. It is sent again only if not a byte of it left, or the provider itself refused it for being too busy.</summary>
internal sealed class Submission(
    SoundFoundryDb db, Callbacks callbacks, Breakers breakers, DurableWrite durable, IOptions<RemoteOptions> options, JobLog log,
    RenderMetrics metrics, TimeProvider clock)
{
    private const int ConnectTries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    public async Task<Submitted> SendAsync(IProviderWire wire, RenderTask task, CancellationToken cancellationToken)
    {
        var input = ModelInput.For(task.Model, task.Request);
        var callback = callbacks.For(wire.Name, task.Attempt.Token);
        var (connects, waited) = (0, TimeSpan.Zero);
        while (true)
        {
            if (!await db.TryCountSubmitAsync(task.Lease.Claim, task.Attempt.Id, cancellationToken))
                return new Submitted.Declined(new ProviderResult.Lost());

            // From here on the answer matters more than our wish to stop: it holds the id that makes the work ours.
            switch (await wire.SubmitAsync(task.Model, input, callback, CancellationToken.None))
            {
                case SubmitAnswer.Accepted accepted:
                    await durable.SaveAsync(context => context.RecordAcceptedAsync(task.Attempt.Id, accepted.Handle, CancellationToken.None));
                    await breakers.AcceptedAsync(task.Model);
                    return new Submitted.Taken(accepted.Handle);
                case SubmitAnswer.NotSent notSent when ++connects >= ConnectTries:
                    await NotTakenAsync(task);
                    return Failed(new Failure(FailureClass.Unreachable, "unreachable", $"{wire.Name} can't be reached: {notSent.Reason}"));
                case SubmitAnswer.NotSent:
                    await NotTakenAsync(task);
                    await Task.Delay(BetweenTries * connects, clock, cancellationToken);
                    break;
                case SubmitAnswer.Refused { Failure: { Class: FailureClass.RateLimited } busy }:
                    await NotTakenAsync(task);
                    var wait = busy.RetryAfter ?? UsualWait;
                    wait = wait > ShortestWait ? wait : ShortestWait;
                    waited += wait;
                    if (waited > options.Value.RateLimitPatience) return Failed(busy);
                    await log.InformAsync(
                        task.Attempt.JobId, $"{wire.Name} asks to wait {wait.TotalSeconds:0.#} s", wire.Name, task.Attempt.Number, cancellationToken);
                    await Task.Delay(wait, clock, cancellationToken);
                    break;
                case SubmitAnswer.Refused refused:
                    await NotTakenAsync(task);
                    return Failed(refused.Failure);
                case SubmitAnswer.Lost lost:
                    metrics.SubmitUnknown(wire.Name);
                    var failure = Search.UnknownOutcome(wire.Name);
                    await durable.SaveAsync(context => context.RecordUnknownAsync(task.Attempt.Id, failure, CancellationToken.None));
                    await log.WarnAsync(
                        task.Attempt.JobId, $"The answer of {wire.Name} was lost ({lost.Reason}); looking for the work there", wire.Name,
                        task.Attempt.Number, cancellationToken);
                    await breakers.FailedAsync(task.Model, failure);
                    return new Submitted.Unknown();
            }
        }
    }

    private Task NotTakenAsync(RenderTask task) =>
        durable.SaveAsync(context => context.RecordNotTakenAsync(task.Attempt.Id, CancellationToken.None));

    private static Submitted.Declined Failed(Failure failure) => new(new ProviderResult.Failed(failure));
}
