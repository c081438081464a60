using System.Diagnostics;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Core.Webhooks;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>One attempt from the request to the row.</summary>
internal sealed partial class WebhookDelivering(
    IServiceScopeFactory scopes, WebhookSender sender, WebhookMetrics metrics, Random chance, ILogger<WebhookDelivering> logger)
{
    /// <summary>A webhook of which nothing was delivered for so long is disabled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    public async Task DeliverAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        using var activity = StartFrom(due.TraceParent, Spans.Webhook, ActivityKind.Producer);
        activity?.SetTag(Tags.WebhookId, due.WebhookId).SetTag(Tags.DeliveryId, due.Id).SetTag(Tags.Attempt, due.Attempt);
        try
        {
            var outcome = await sender.SendAsync(due, cancellationToken);
            activity?.SetTag(Tags.StatusCode, outcome.StatusCode).SetStatus(outcome.IsDelivered ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            metrics.Sent(outcome.Took, outcome.IsDelivered ? "delivered" : "failed");
            await WriteAsync(due, outcome);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await WithDbAsync(db => db.HandBackAsync(due, CancellationToken.None));
        }
        catch (Exception exception)
        {
            // Whatever it was, the lease lapses and the delivery is sent again: with the same id, so that its receiver can tell.
            Log.NotWritten(logger, due.Id, exception);
        }
    }

    /// <summary>Also while this worker stops: what was sent should be known to have been.</summary>
    private Task WriteAsync(DueDelivery due, DeliveryOutcome outcome) => WithDbAsync(async db =>
    {
        if (outcome.IsDelivered)
        {
            await db.RecordDeliveredAsync(due, outcome, CancellationToken.None);
            Log.Delivered(logger, due.Id, due.WebhookId, due.Attempt, outcome.StatusCode, outcome.Milliseconds);
            return;
        }

        Log.Failed(logger, due.Id, due.WebhookId, due.Attempt, outcome.StatusCode, outcome.Milliseconds);
        var wait = RetrySchedule.After(due.Attempt, outcome.RetryAfter, chance);
        if (await db.RecordFailedAsync(due, outcome, wait, CancellationToken.None) is not { } failing) return;
        if (outcome.IsGone) await DisableAsync(db, due.WebhookId, DisabledReason.Gone);
        else if (failing > Patience) await DisableAsync(db, due.WebhookId, DisabledReason.Failing);
    });

    private async Task DisableAsync(SoundFoundryDb db, long webhookId, DisabledReason reason)
    {
        await db.DisableWebhookAsync(webhookId, reason, CancellationToken.None);
        metrics.Disabled(reason);
        Log.Disabled(logger, webhookId, reason);
    }

    private async Task WithDbAsync(Func<SoundFoundryDb, Task> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<SoundFoundryDb>());
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2401, Level = LogLevel.Information,
            Message = "Delivery {DeliveryId} reached webhook {WebhookId} in attempt {Attempt}: {StatusCode} after {Milliseconds} ms.")]
        public static partial void Delivered(ILogger logger, long deliveryId, long webhookId, int attempt, int? statusCode, int milliseconds);

        [LoggerMessage(EventId = 2402, Level = LogLevel.Information,
            Message = "Delivery {DeliveryId} did not reach webhook {WebhookId} in attempt {Attempt}: {StatusCode} after {Milliseconds} ms.")]
        public static partial void Failed(ILogger logger, long deliveryId, long webhookId, int attempt, int? statusCode, int milliseconds);

        [LoggerMessage(EventId = 2403, Level = LogLevel.Warning, Message = "Webhook {WebhookId} was disabled: {Reason}.")]
        public static partial void Disabled(ILogger logger, long webhookId, DisabledReason reason);

        [LoggerMessage(EventId = 2404, Level = LogLevel.Warning, Message = "What became of delivery {DeliveryId} could not be written down.")]
        public static partial void NotWritten(ILogger logger, long deliveryId, Exception exception);
    }
}
