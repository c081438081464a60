using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Network;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>Sends a delivery once. Only the caller's own cancellation throws.</summary>
internal sealed class WebhookSender(WebhookClient client, WebhookAddress addresses, IOptions<WebhookOptions> options, TimeProvider clock)
{
    public async Task<DeliveryOutcome> SendAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        // The rules may have become stricter since the address was accepted.
        if (addresses.Objection(due.Url) is { } objection) return new DeliveryOutcome(null, objection, TimeSpan.Zero);

        var begun = clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = WebhookMessage.Request(due, clock.GetUtcNow());
            using var response = await client.SendAsync(request, either.Token);
            var status = (int)response.StatusCode;
            return new DeliveryOutcome(status, Objection(status), clock.GetElapsedTime(begun), Wait(response));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new DeliveryOutcome(null, Words(failed, new Uri(due.Url).IdnHost), clock.GetElapsedTime(begun));
        }
    }

    private static string? Objection(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"It answered {status}; redirects are not followed.",
        _ => $"It answered {status}.",
    };

    private TimeSpan? Wait(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } after ? null : after.Delta ?? after.Date - clock.GetUtcNow();

    // A name that does not resolve and one that leads inside get the same words: nobody maps this network by trying names.
    private string Words(Exception failed, string host) => failed switch
    {
        OperationCanceledException => $"It did not answer within {options.Value.Timeout.TotalSeconds:0.#} s.",
        { InnerException: AddressRefusedException } or HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
            or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery } }
            => new AddressRefusedException(host).Message,
        { InnerException: TimeoutException or AuthenticationException } => failed.InnerException.Message,
        { InnerException: { } cause } => $"It could not be reached: {cause.Message}",
        _ => $"It could not be reached: {failed.Message}",
    };
}
